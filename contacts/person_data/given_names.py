"""Given names that people in Norway commonly have, of several generations and languages: our own list, from general
knowledge. Nobody is meant. What is no name alone, since it is also a word or a place, stands in `ALSO_WORDS`."""

from contacts.person_data.shapes import words

GIVEN = words(
    """
    Aaliyah Aaron Abbas Abdallah Abdi Abdirahman Abdul Abdulahi Abdullah Abdullahi Abel Abraham Ada Adam Adan
    Adele Adelina Adem Adil Adina Adnan Adrian Agnes Agnete Ahmad Ahmed Aida Aiden Ailin Ailo Aina Aisha Aksel
    Alan Albert Aleksander Aleksandra Alex Alexander Alexandra Alf Alfred Ali Alice Alicia Alida Alina Alma Alva
    Alvilde Alvin Alvina Amalie Amanda Amar Amina Amine Amir Amira Amund Ana Anas Anastasia Anders Andrea
    Andreas Andrzej Ane Anette Angela Angelica Anine Anita Anja Anna Annbjørg Anne Anneli Annette Anni Annie
    Annika Anniken Anny Anton Antonio Anya Ariana Arild Arman Arne Arnfinn Arnhild Arnstein Arnt Aron Arthur
    Artur Arve Arvid Arya Asbjørn Asgeir Ashley Aslak Aslaug Asle Asma Asta Astri Astrid Atle Audhild Audun
    Aurora Ava Axel Aya Ayan Ayla Ayman Ayub Azra Balder Barbro Bartosz Beate Beathe Beatrice Bella Bendik
    Benedicte Benedikte Benjamin Benny Bente Berit Bernt Bianca Bilal Biret Birger Birgit Birgitte Birk Bjarne
    Bjarte Bjørg Bjørnar Bodil Borghild Brit Brita Britt Brynjar Bård Børge Børre Camilla Carina Carl Carla
    Carmen Caroline Casper Catharina Cathrine Cato Cecilia Cecilie Celina Celine Charlie Charlotte Chris
    Christer Christian Christin Christina Christine Christoffer Christopher Clara Claudia Colin Conrad Cornelia
    Cornelius Dagfinn Dagmar Dagny Dagrun Daniel Daniela Daniella Daria David Dawid Dennis Deqa Diana Dina Ditte
    Dominik Dominika Dorte Dorthe Dorthea Dylan Ebba Eddie Edel Edgar Edina Edit Edith Edvard Edvin Edward Edwin
    Egil Eila Eileen Einar Eindride Eirik Eirin Eivind Elaine Eldar Eldbjørg Elea Elena Elfrida Eli Eliana Elias
    Elida Elif Elin Elina Eline Elinor Elisa Elisabet Elisabeth Elise Elizabeth Ella Ellen Elling Ellinor Elliot
    Elsa Else Elvira Elvis Embla Emil Emilia Emilie Emily Emina Emine Emma Emmanuel Emrik Eric Erica Erik Erika
    Erle Erlend Erling Erna Ernst Eskil Espen Ester Esther Ethan Eva Evelina Evelyn Evy Eyvind Fabian Fadi
    Faisal Farah Farhan Farid Fartun Fatemeh Fatima Fatma Felicia Felix Ferdinand Filip Filippa Finn Fiona Frank
    Fredrik Fredrikke Freya Frida Fride Frode Frøydis Fuad Gabriel Gabriela Gabriella Geir Georg George Gerd
    Gina Gisle Gjermund Glenn Greta Grete Grethe Grzegorz Gudmund Gudrun Gunda Gunhild Gunleik Gunn Gunnar
    Gunnhild Gunvor Guri Guro Gustav Gyda Haakon Hafsa Hagbart Halima Hallgeir Halvard Halvor Hamid Hamsa Hamza
    Hana Hanan Hanna Hannah Hanne Hannes Harald Haris Harry Hasan Hassan Heaika Hedda Hedvig Hege Heidi Helena
    Helene Helga Helge Henny Henri Henriette Henrik Henry Herman Hermann Hermine Hilda Hilde Hildegunn Hilma
    Hodan Hugo Husein Hussain Hussein Håkon Håvar Håvard Ian Iben Ibrahim Ibtisam Ida Idar Idun Idunn Igor Ikram
    Ilhan Iman Imane Imran Ina Ingar Inge Ingebjørg Ingeborg Ingelin Inger Ingrid Ingunn Ingvar Ingvild Ingvill
    Irene Irina Irma Isabel Isabell Isabella Isabelle Isak Iselin Ismael Ismail Issát Ivan Ivar Iver Iwona Iŋgá
    Jack Jacob Jakob Jakub Jamal James Jamila Jana Janne Jannicke Jannike Jasmin Jasmina Jasmine Jason Jeanette
    Jenny Jens Jeppe Jesper Jessica Jim Jimmy Joachim Joakim Joanna Johan Johanna Johanne Johannes John Johnny
    Jon Jonah Jonas Jonatan Jonathan Jone Jorid Jorun Jorunn Josef Josefine Joseph Josephine Joshua Jostein
    Jovnna Judith Julia Julian Juliane Julianne Julie Julius Juma Justin Jusuf Jøran Jørgen Jørn Kacper Kaia
    Kaisa Kaja Kajsa Kamal Kamil Kamila Karen Kari Karianne Karim Karin Karina Karine Karl Karla Karolina
    Karoline Karsten Kaspar Kasper Katarina Katarzyna Kate Katharina Kathrine Katinka Katja Katrine Kenneth
    Ketil Kevin Khadija Khadijah Khaled Khalid Kian Kim Kine Kirsten Kirsti Kitty Kjartan Kjell Kjersti Kjerstin
    Kjetil Klara Klaudia Knut Konrad Konstanse Kornelia Kristen Kristian Kristin Kristina Kristine Kristofer
    Kristoffer Krzysztof Kurt Kyrre Kåre Laila Lana Lara Lars Lasse Laura Laurits Lauritz Layla Lea Leah Leander
    Leif Leila Lena Lene Leo Leon Leona Leonard Leonora Leyla Liam Liban Lilian Lillian Lilly Lily Linda Linea
    Linn Linnea Linus Lisa Lisbeth Lise Liselotte Livia Lizzie Logan Lorenz Lotta Lotte Louis Louisa Louise
    Lovise Luca Lucas Lucia Lucy Ludvig Luka Lukas Luna Lyder Lydia Maciej Madeleine Mads Magda Magdalena Magnar
    Magne Magnhild Magnus Mahamed Maher Mahmoud Mahmud Maia Maiken Maja Malak Malene Malik Malika Malin Malvin
    Marcel Marcin Marcus Marek Maren Margaret Margareta Margareth Margit Margrete Margrethe Margunn Mari Maria
    Mariam Mariann Marianne Marie Mariel Marielle Marit Marita Marius Mariusz Markus Marlene Marta Marte Martha
    Marthe Marthine Martin Martine Marvin Maryam Maryan Mateo Mateusz Mathea Matheo Mathias Mathilda Mathilde
    Mats Matteo Matthew Mattias Maximilian Maya Melina Melissa Melvin Merete Mette Mia Michael Michal Michelle
    Mie Mihkkal Mikael Mikal Mike Mikkel Mila Milian Milla Mille Millie Milo Mina Mira Miranda Miriam Mirja
    Mirjam Mohamed Mohammad Mohammed Mohamud Mona Monica Monika Monira Morten Muhammad Muhammed Muna Munira Musa
    Mustafa Máhtte Máret Márjá Målfrid Nada Nadia Nadine Naima Najma Naomi Nasir Nasra Natalia Natalie Natan
    Nathalie Nathan Nathaniel Nawal Nellie Nelly Nicolai Nicolas Nicole Niels Niillas Nikita Niklas Niko Nikolai
    Nikolas Nilla Nils Nina Njål Noah Noel Noelle Noemi Nora Norunn Oda Oddbjørg Oddbjørn Oddgeir Oddmund Oddny
    Oddrun Oddvar Odin Ola Olaf Olai Olaug Olav Ole Oleksandr Olena Olga Oline Oliver Olivia Oliwia Omar Omer
    Oscar Oskar Osman Othilie Otto Ove Pamela Patrick Patrik Patrycja Paul Paula Paulina Pawel Paweł Peder
    Pernille Peter Petra Petter Philip Phillip Pia Piotr Pål Rafael Ragna Ragnar Ragnhild Rahma Rakel Ramin
    Ramla Ramona Ramzan Randi Rania Rannveig Rasmus Rayan Raymond Rebecca Rebekka Regine Reidar Reidun Reinert
    Renate Rene Richard Rickard Rikard Rikke Ristin Rita Roald Roar Robert Robin Rodrigo Roger Rolf Ronald Ronja
    Ronny Ruben Runa Runar Rune Ruth Ryan Sabina Sabrina Sadia Sahra Sakarias Salah Salim Salma Salman Samad
    Samantha Samir Samira Samson Samuel Sandra Sanna Sara Sarah Saskia Sean Sebastian Selina Selma Severin
    Shabana Shahad Sigbjørn Sigmund Signe Sigrid Sigrun Sigurd Sigve Silja Silje Simen Simon Simone Sina Sindre
    Siri Sissel Siv Sivert Sofia Sofie Sofija Solfrid Solvei Solveig Sondre Sonia Sonja Sophia Sophie Staffan
    Stefan Steffen Steinar Stephanie Stian Stig Stine Sturla Suhayb Sumaia Sumaya Sunniva Susann Susanna Susanne
    Suzanne Svanhild Svein Sveinung Sverre Svetlana Sylfest Sylvi Sylvia Synne Synnøve Syver Sárá Sølve Sølvi
    Søren Tallak Tamara Tanja Tara Tarik Tariq Tarjei Tatiana Teodor Teresa Terese Terje Thale Thea Thelma Theo
    Theodor Theodora Therese Thomas Thor Thora Thorbjørn Thorleif Thorstein Tilde Tilla Tim Timian Timothy Tina
    Tiril Tirill Tobias Tomas Tomasz Tomine Tommy Tonje Tora Toralf Torbjørg Torbjørn Tord Tore Torfinn Torgeir
    Torger Torhild Toril Torild Torill Torkel Torkild Torleif Torolf Torstein Torunn Torvald Tove Trine Trond
    Trude Truls Trygve Trym Turid Tuva Tyra Ulrik Ulrikke Umar Unni Ursula Vanessa Vebjørn Vegar Vegard Vemund
    Veronica Veronika Vetle Vibeke Victor Victoria Vidar Vigdis Viggo Vigleik Viktor Viktoria Vilde Vilhelm
    Viljar Vilma Vincent Vivi Vivian Vladimir Volodymyr Wenche Wenke Werner Wiggo Wiktor Wilhelm Willem William
    Wilma Wojciech Xander Yahya Yara Yasin Yasir Yasmin Yasmina Yasmine Yassin Ylva Yngvar Yngve Yngvild Yonas
    Younes Yousef Youssef Yulia Yusra Yusuf Yvonne Zahra Zainab Zakaria Zakariya Zara Zeinab Zeynep Zoe Zofia
    Zuzanna Áilu Ánde Ánná Ådne Åge Ånund Åshild Åslaug Åsmund Åsne Åsta Åste Øistein Ørjan Øystein Øyvin Øyvind
    """
)
ALSO_WORDS = words(
    """
    April Are Ask Aud August Bjørn Bo Brage Dag Endre Even Fred Frøya Gard Gro Hans Hauk Helle Inga Isa Jan Jo
    Jordan June Juni Kai Kent Lin Line Liv Live Lykke Mai Mali Man Max May Milan Morgan Noor Nour Nova Odd Per
    Raja Rein Roman Roy Saga Said Sander Sanne Sol Stein Stella Sten Storm Tale Tea Tia Tine Tom Tone Tor Ulv
    Una Unn Vera Vida Vilja Vår Åse
    """
)
