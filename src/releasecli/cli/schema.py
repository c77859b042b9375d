"""`releasecli schema`: which shape has the output?"""

import json
import sys

from releasecli.model.schema import json_schema

EXAMPLES = ("releasecli schema", "releasecli schema | jq '.\"$defs\" | keys'")


def command() -> int:
    """The JSON Schema of one release (`show --json`, `annotate`) and, under $defs, of every row."""
    json.dump(json_schema(), sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0
