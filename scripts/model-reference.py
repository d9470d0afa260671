"""model-reference.py LIBRARY WEIGHTS: a text a line in, its vectors as query and as passage out.

Asks the library of the package that the weights are from, so that ours can be compared with it.
"""

import ctypes
import json
import sys

library = ctypes.CDLL(sys.argv[1])
library.e5_load.restype = ctypes.c_void_p
library.e5_load.argtypes = [ctypes.c_char_p]
library.e5_dim.argtypes = [ctypes.c_void_p]
library.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]

model = library.e5_load(sys.argv[2].encode())
if not model:
    sys.exit("The library could not load the weights.")
vector = (ctypes.c_float * library.e5_dim(model))()
for line in sys.stdin:
    text = line.rstrip("\n")
    for query in (True, False):
        library.e5_embed(model, text.encode(), int(query), vector)
        print(json.dumps({"query": query, "text": text, "vector": list(vector)}, ensure_ascii=False))
