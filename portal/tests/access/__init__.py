"""Who reaches what, asked of every address as everybody, against a table that no code of the site has written.

`principals` says who asks, `world` which rows there are and whose, `oracle` what must be answered. To add a page: a
line in `oracle.PAGES`. To add a kind of row: where the world makes it, and in `oracle.REACH` who reaches it.
"""
