"""For all tests: one thread for matrix products, set before numpy is first imported.

The products are small; with several test processes on a busy machine the threads of each wait for one another and the
same games take four times as long. Results do not depend on it (the products are of whole numbers).
"""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
