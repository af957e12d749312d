"""Django's templates, folded: what a template says on each page of a language is worked out once, the rest in fewer steps.

Templates stay Django's, and so does what they mean. Rendering one as Django does is a walk over its nodes: each text that is
translated, each part that is included, each block and each name in it is looked for anew on every page. The first page in a
language makes functions of the nodes instead, which extend each other's texts and find names by the shortest way; the pages
after it call them. Whatever is not known here (other tags, filters, names that lead to functions) is left to Django's own nodes,
so a template never means something else; `tests/site/test_folding.py` compares both on every page. While templates are debugged
nothing is folded, for Django's error pages show the nodes.
"""
