// What codecs.cpp and the files of the single encodings share.
#pragma once

#include <string>
#include <string_view>

#include "script/vm.h"

namespace loopline::script::codecs {

enum class Encoding : std::uint8_t {
  utf_8,
  utf_8_sig,
  ascii,
  latin_1,
  utf_16,
  utf_16_le,
  utf_16_be,
  utf_32,
  utf_32_le,
  utf_32_be,
  unicode_escape,
  raw_unicode_escape,
};

/// Bytes of a code unit.
constexpr std::size_t unit_of(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf_16:
    case Encoding::utf_16_le:
    case Encoding::utf_16_be: return 2;
    case Encoding::utf_32:
    case Encoding::utf_32_le:
    case Encoding::utf_32_be: return 4;
    default: return 1;
  }
}

constexpr bool is_big_endian(Encoding encoding) noexcept {
  return encoding == Encoding::utf_16_be || encoding == Encoding::utf_32_be;
}

struct Encoder {
  Vm& vm;
  Encoding encoding;
  const Value& text;
  std::string_view errors;
  std::string data;

  /// Characters that the encoding does not have, from the index `start` on: puts in what the handler says. False after
  /// raising.
  bool handle(std::size_t start, std::u32string_view bad, const char* reason);
  void append_unit(char32_t unit);

 private:
  bool fail(std::size_t start, std::size_t end, const char* reason);
  bool append_ascii(std::string_view replacement);
};

struct Decoder {
  Vm& vm;
  Encoding encoding;
  std::string_view data;
  std::string_view errors;
  std::string text;
  std::size_t mark = 0;  ///< bytes at the start that say the order of bytes

  /// Bytes [start, end) mean nothing: puts in what the handler says; `next` is where to go on. False after raising.
  bool handle(std::size_t start, std::size_t end, const char* reason, std::size_t& next);

 private:
  bool fail(std::size_t start, std::size_t end, const char* reason);
  bool pass_surrogate(std::size_t start, std::size_t& next);
};

/// All of a text or of some data. False after raising.
bool encode_into(Encoder& encoder, std::string_view text);
bool decode_into(Decoder& decoder);
bool encode_escapes(Encoder& encoder, std::string_view text);
bool decode_escapes(Decoder& decoder);

}  // namespace loopline::script::codecs
