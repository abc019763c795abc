"""`python -m ironstride`: the same as the command `ironstride`."""

import sys

from ironstride.cli import main

sys.exit(main())
