"""The secretary's and the members' pages, by task. All lie under /skrivebord/organ/<the body's address>/."""
