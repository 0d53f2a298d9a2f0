// Texts to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, unicode_escape, raw_unicode_escape, with all error
// handlers of CPython that need no names of characters.
#pragma once

#include <string_view>

#include "script/vm.h"

namespace loopline::script::codecs {

/// A Bytes from a Str; unset after raising UnicodeEncodeError or LookupError.
Value encode(Vm& vm, const Value& text, std::string_view encoding, std::string_view errors);
/// A Str; unset after raising UnicodeDecodeError or LookupError.
Value decode(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors);

/// The argument "encoding" or "errors" of a function: its text, or the fallback if it was not given. nullopt after
/// raising TypeError.
std::optional<std::string_view> name_argument(Vm& vm, const Value& given, const char* fallback,
                                              std::string_view function, const char* argument);

}  // namespace loopline::script::codecs
