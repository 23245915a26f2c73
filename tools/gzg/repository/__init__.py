"""From files to a catalogue: text, node tree with positions, plain data, typed records, references.

Nothing here judges. What cannot be read becomes a `Fault`, a value that the rules turn into a
diagnostic.
"""
