"""A list given back as it was sent, with its faulty cells marked and one more column that says what to do.

What is not marked is copied byte for byte: styles, widths, other sheets, macros. The file is changed where files are parsed, in a process
of its own with little memory. When the file comes back, our column is left out (`own_column`) and our marks give way to new ones.
"""
