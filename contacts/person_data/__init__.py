"""The person-data guard: no free text of the portal tells who somebody is.

National identity numbers are refused without override (numbers.py); what may point at one person is held up for a
decision, with a neutral wording (descriptions.py). `guard.check` asks both, forms.py asks of every form, files.py of
every PDF. What is found is told by where it stands, and never copied: a finding holds no text.
"""
