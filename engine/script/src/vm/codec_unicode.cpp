// utf-8, utf-16, utf-32, ascii, latin-1.
#include "codec_parts.h"

namespace loopline::script::codecs {

namespace {

bool is_surrogate(char32_t character) noexcept { return character >= 0xd800 && character <= 0xdfff; }

// ---- encoding ------------------------------------------------------------------------------------------------------

/// Character for character; what the encoding has not is handled in runs, or one at a time for encodings of wide units.
template <class IsGood, class Append>
bool encode_each(Encoder& encoder, std::string_view text, const char* reason, IsGood is_good, Append append) {
  const bool in_runs = unit_of(encoder.encoding) == 1;
  std::u32string bad;
  std::size_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++index) {
    const char32_t character = utf8::decode(text, at);
    const bool good = is_good(character);
    if (!bad.empty() && (good || !in_runs)) {
      if (!encoder.handle(index - bad.size(), bad, reason)) return false;
      bad.clear();
    }
    if (good) {
      append(character);
    } else {
      bad += character;
    }
  }
  return bad.empty() || encoder.handle(index - bad.size(), bad, reason);
}

bool encode_utf_8(Encoder& encoder, std::string_view text) {
  return encode_each(
      encoder, text, "surrogates not allowed", [](char32_t c) { return !is_surrogate(c); },
      [&](char32_t c) { utf8::append(encoder.data, c); });
}

bool encode_single_bytes(Encoder& encoder, std::string_view text, char32_t limit, const char* reason) {
  return encode_each(
      encoder, text, reason, [limit](char32_t c) { return c < limit; },
      [&](char32_t c) { encoder.data += static_cast<char>(c); });
}

bool encode_units(Encoder& encoder, std::string_view text) {
  const bool pairs = unit_of(encoder.encoding) == 2;
  if (encoder.encoding == Encoding::utf_16 || encoder.encoding == Encoding::utf_32) encoder.append_unit(0xfeff);
  return encode_each(
      encoder, text, "surrogates not allowed", [](char32_t c) { return !is_surrogate(c); },
      [&](char32_t c) {
        if (pairs && c >= 0x10000) {
          encoder.append_unit(0xd800 + ((c - 0x10000) >> 10U));
          encoder.append_unit(0xdc00 + ((c - 0x10000) & 0x3ffU));
        } else {
          encoder.append_unit(c);
        }
      });
}

// ---- decoding ------------------------------------------------------------------------------------------------------

/// One character of UTF-8: how many bytes are good, and what is wrong with the next.
struct Utf8Step {
  std::size_t good;
  const char* reason;  // null: all of it is
};

Utf8Step check_utf_8(std::string_view rest) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned char first = byte(0);
  if (first < 0xc2 || first > 0xf4) return {1, "invalid start byte"};
  const std::size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (std::size_t i = 1; i < size; ++i) {
    if (i >= rest.size()) return {i, "unexpected end of data"};
    // The second byte tells overlong forms, surrogates and what is beyond Unicode.
    const unsigned char least = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned char most = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(i) < least || byte(i) > most) return {i, "invalid continuation byte"};
  }
  return {size, nullptr};
}

bool decode_utf_8(Decoder& decoder) {
  const std::string_view data = decoder.data;
  for (std::size_t at = 0; at < data.size();) {
    const std::size_t start = at;
    while (at < data.size() && static_cast<unsigned char>(data[at]) < 0x80) ++at;
    decoder.text += data.substr(start, at - start);
    if (at == data.size()) break;
    const Utf8Step step = check_utf_8(data.substr(at));
    if (step.reason == nullptr) {
      decoder.text += data.substr(at, step.good);
      at += step.good;
    } else if (!decoder.handle(at, at + step.good, step.reason, at)) {
      return false;
    }
  }
  return true;
}

bool decode_single_bytes(Decoder& decoder, unsigned limit, const char* reason) {
  for (std::size_t at = 0; at < decoder.data.size();) {
    const auto byte = static_cast<unsigned char>(decoder.data[at]);
    if (byte < limit) {
      utf8::append(decoder.text, byte);
      ++at;
    } else if (!decoder.handle(at, at + 1, reason, at)) {
      return false;
    }
  }
  return true;
}

/// Takes the mark off that says the order of bytes, and settles on one.
void settle_order(Decoder& decoder) noexcept {
  const bool wide = decoder.encoding == Encoding::utf_32;
  if (!wide && decoder.encoding != Encoding::utf_16) return;
  const std::string_view little = wide ? std::string_view("\xff\xfe\0\0", 4) : std::string_view("\xff\xfe");
  const std::string_view big = wide ? std::string_view("\0\0\xfe\xff", 4) : std::string_view("\xfe\xff");
  const bool is_big = decoder.data.starts_with(big);
  decoder.encoding = wide ? (is_big ? Encoding::utf_32_be : Encoding::utf_32_le)
                          : (is_big ? Encoding::utf_16_be : Encoding::utf_16_le);
  if (is_big || decoder.data.starts_with(little)) decoder.mark = little.size();
}

char32_t unit_at(const Decoder& decoder, std::size_t at) noexcept {
  const std::size_t width = unit_of(decoder.encoding);
  char32_t unit = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const std::size_t from = is_big_endian(decoder.encoding) ? i : width - 1 - i;
    unit = unit << 8U | static_cast<unsigned char>(decoder.data[at + from]);
  }
  return unit;
}

bool decode_utf_16(Decoder& decoder) {
  const std::string_view data = decoder.data;
  for (std::size_t at = decoder.mark; at < data.size();) {
    if (data.size() - at < 2) {
      if (!decoder.handle(at, data.size(), "truncated data", at)) return false;
      continue;
    }
    const char32_t unit = unit_at(decoder, at);
    if (!is_surrogate(unit)) {
      utf8::append(decoder.text, unit);
      at += 2;
    } else if (unit >= 0xdc00) {
      if (!decoder.handle(at, at + 2, "illegal encoding", at)) return false;
    } else if (data.size() - at < 4) {
      if (!decoder.handle(at, data.size(), "unexpected end of data", at)) return false;
    } else {
      const char32_t second = unit_at(decoder, at + 2);
      if (second >= 0xdc00 && second <= 0xdfff) {
        utf8::append(decoder.text, 0x10000 + ((unit - 0xd800) << 10U) + (second - 0xdc00));
        at += 4;
      } else if (!decoder.handle(at, at + 2, "illegal UTF-16 surrogate", at)) {
        return false;
      }
    }
  }
  return true;
}

bool decode_utf_32(Decoder& decoder) {
  const std::string_view data = decoder.data;
  for (std::size_t at = decoder.mark; at < data.size();) {
    const char* reason = nullptr;
    std::size_t end = at + 4;
    char32_t unit = 0;
    if (data.size() - at < 4) {
      reason = "truncated data";
      end = data.size();
    } else {
      unit = unit_at(decoder, at);
      if (is_surrogate(unit)) reason = "code point in surrogate code point range(0xd800, 0xe000)";
      if (unit > 0x10ffff) reason = "code point not in range(0x110000)";
    }
    if (reason == nullptr) {
      utf8::append(decoder.text, unit);
      at = end;
    } else if (!decoder.handle(at, end, reason, at)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool encode_into(Encoder& encoder, std::string_view text) {
  switch (encoder.encoding) {
    case Encoding::utf_8_sig: encoder.data = "\xef\xbb\xbf"; [[fallthrough]];
    case Encoding::utf_8: return encode_utf_8(encoder, text);
    case Encoding::ascii: return encode_single_bytes(encoder, text, 0x80, "ordinal not in range(128)");
    case Encoding::latin_1: return encode_single_bytes(encoder, text, 0x100, "ordinal not in range(256)");
    case Encoding::unicode_escape:
    case Encoding::raw_unicode_escape: return encode_escapes(encoder, text);
    default: return encode_units(encoder, text);
  }
}

bool decode_into(Decoder& decoder) {
  settle_order(decoder);
  switch (decoder.encoding) {
    case Encoding::utf_8_sig:
      if (decoder.data.starts_with("\xef\xbb\xbf")) decoder.data.remove_prefix(3);
      decoder.encoding = Encoding::utf_8;
      [[fallthrough]];
    case Encoding::utf_8: return decode_utf_8(decoder);
    case Encoding::ascii: return decode_single_bytes(decoder, 0x80, "ordinal not in range(128)");
    case Encoding::latin_1: return decode_single_bytes(decoder, 0x100, "");
    case Encoding::unicode_escape:
    case Encoding::raw_unicode_escape: return decode_escapes(decoder);
    case Encoding::utf_32:
    case Encoding::utf_32_le:
    case Encoding::utf_32_be: return decode_utf_32(decoder);
    default: return decode_utf_16(decoder);
  }
}

}  // namespace loopline::script::codecs
