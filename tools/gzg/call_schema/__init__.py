"""What one call asks, as data: its own JSON Schema, and what no schema can say beside it.

`pieces` are the parts of a schema, `constraints` are sums, orders and counts; both name the rule
whose card tells of a fault. `compiled` makes of them the schema that editors and the form in the
browser read, `judging` applies the same data to a dossier. No file is read or written here.
"""
