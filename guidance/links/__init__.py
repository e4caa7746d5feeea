"""The web addresses to which the published library leads: which there are, whether they work, and what is shown of it.

`leading` knows which, `asking` asks one of them, `checking` asks those whose day has come and writes down what they
said, `showing` is for readers.
"""
