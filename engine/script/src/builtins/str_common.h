// What the files of str's methods share.
#pragma once

#include "common.h"

namespace loopline::script {

/// self of str's methods: the machine has seen that it is one.
inline const Str& self_str(const Value& self) noexcept { return *Vm::core(self).as<Str>(); }

/// self itself where a method changes nothing; of an instance of a subclass, the plain string.
inline Value same_str(const Value& self) noexcept { return Vm::core(self); }

/// A part of a text between two of its characters, as find() and its relatives take it.
struct TextRange {
  std::size_t from = 0;  ///< in characters
  std::size_t to = 0;
  bool is_empty_range = false;  ///< from is behind to: nothing is found there, not even ""
};

/// Optional start and end, numbers or None, applied to a length. False after raising.
bool text_range(Vm& vm, const Value& start, const Value& end, std::size_t length, TextRange& range);

/// The number of characters before a byte offset.
inline std::size_t index_of_offset(const Str& text, std::size_t from_index, std::size_t from_offset,
                                   std::size_t offset) noexcept {
  if (text.is_ascii()) return offset;
  return from_index + utf8::length(text.view().substr(from_offset, offset - from_offset));
}

/// Raises MemoryError or gives the string.
Value checked_str(Vm& vm, const std::string& text);

/// str(data, encoding, errors); the last two may be unset.
Value decoded_str(Vm& vm, const Value& data, const Value& encoding, const Value& errors);

void install_str_search(Vm& vm);
void install_str_case(Vm& vm);
void install_str_split(Vm& vm);
void install_str_fill(Vm& vm);
void install_str_translate(Vm& vm);
void install_str_format(Vm& vm);
void install_str_codec(Vm& vm);

}  // namespace loopline::script
