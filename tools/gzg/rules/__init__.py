"""The rules: each a module and a card with one stem. They open no file and read no clock."""
