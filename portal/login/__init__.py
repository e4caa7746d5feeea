"""Logging in: who you are, shown twice. What you may do is decided elsewhere (contacts/access.py).

allauth holds the passwords, the second factors and the providers; here is what it does not know: that a second factor
is required of everyone, how long a session lasts, and who is let in without an account.
"""
