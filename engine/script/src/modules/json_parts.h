// The halves of _json.
#pragma once

#include "script/objects/function.h"

namespace loopline::script {

/// encode(obj, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator,
/// sort_keys); indent is None or a str, the separators are str.
Value json_encode(Vm& vm, Arguments args);
/// quote(string, ascii): a string in JSON's quotes.
Value json_quote(Vm& vm, Arguments args);
/// decode(text, start, fail, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict): the value
/// at a character index, and the index behind it. The hooks may be None. fail(message, text, index) raises.
Value json_decode(Vm& vm, Arguments args);

}  // namespace loopline::script
