"""The deployment files: are they valid, do they agree with one another, and do their parts work together.

`compose-spec.json` is the unchanged schema of the Compose Specification. The compose-spec project publishes
it under the Apache License 2.0.
"""
