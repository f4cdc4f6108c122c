"""Called by deploy/bench/all."""

import sys

from harness.run import main

try:
    main()
except KeyboardInterrupt:
    sys.exit(130)
