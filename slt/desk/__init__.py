"""The SLT coordinator's pages, by task: the scheme and its groups, the working cycle, dialogues."""
