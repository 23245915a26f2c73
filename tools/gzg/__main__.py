"""`python -m gzg`: the same as the command `gzg`."""

from gzg.cli import main

main()
