// The table of encodings and the handlers of errors. How each encoding reads and writes is in codec_….cpp.
#include "codecs.h"

#include <algorithm>

#include "codec_parts.h"

namespace loopline::script::codecs {

namespace {

/// Letters, digits and points; whatever is between them counts as one underscore.
std::string normalised(std::string_view name) {
  std::string result;
  bool between = false;
  for (const char c : name) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (!is_upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.') {
      between = true;
      continue;
    }
    if (between && !result.empty()) result += '_';
    between = false;
    result += is_upper ? static_cast<char>(c + 32) : c;
  }
  return result;
}

struct Alias {
  std::string_view name;
  Encoding encoding;
};

constexpr Alias kAliases[] = {
    {"utf_8", Encoding::utf_8},
    {"utf8", Encoding::utf_8},
    {"utf", Encoding::utf_8},
    {"u8", Encoding::utf_8},
    {"cp65001", Encoding::utf_8},
    {"utf8_ucs2", Encoding::utf_8},
    {"utf8_ucs4", Encoding::utf_8},
    {"utf_8_sig", Encoding::utf_8_sig},
    {"ascii", Encoding::ascii},
    {"us_ascii", Encoding::ascii},
    {"us", Encoding::ascii},
    {"646", Encoding::ascii},
    {"iso646_us", Encoding::ascii},
    {"iso_646.irv_1991", Encoding::ascii},
    {"iso_ir_6", Encoding::ascii},
    {"ansi_x3.4_1968", Encoding::ascii},
    {"ansi_x3.4_1986", Encoding::ascii},
    {"cp367", Encoding::ascii},
    {"csascii", Encoding::ascii},
    {"ibm367", Encoding::ascii},
    {"latin_1", Encoding::latin_1},
    {"latin1", Encoding::latin_1},
    {"latin", Encoding::latin_1},
    {"l1", Encoding::latin_1},
    {"8859", Encoding::latin_1},
    {"iso8859", Encoding::latin_1},
    {"iso8859_1", Encoding::latin_1},
    {"iso_8859_1", Encoding::latin_1},
    {"iso_8859_1_1987", Encoding::latin_1},
    {"iso_ir_100", Encoding::latin_1},
    {"cp819", Encoding::latin_1},
    {"ibm819", Encoding::latin_1},
    {"csisolatin1", Encoding::latin_1},
    {"utf_16", Encoding::utf_16},
    {"utf16", Encoding::utf_16},
    {"u16", Encoding::utf_16},
    {"utf_16_le", Encoding::utf_16_le},
    {"utf_16le", Encoding::utf_16_le},
    {"unicodelittleunmarked", Encoding::utf_16_le},
    {"utf_16_be", Encoding::utf_16_be},
    {"utf_16be", Encoding::utf_16_be},
    {"unicodebigunmarked", Encoding::utf_16_be},
    {"utf_32", Encoding::utf_32},
    {"utf32", Encoding::utf_32},
    {"u32", Encoding::utf_32},
    {"utf_32_le", Encoding::utf_32_le},
    {"utf_32le", Encoding::utf_32_le},
    {"utf_32_be", Encoding::utf_32_be},
    {"utf_32be", Encoding::utf_32_be},
    {"unicode_escape", Encoding::unicode_escape},
    {"raw_unicode_escape", Encoding::raw_unicode_escape},
};

std::optional<Encoding> find_encoding(Vm& vm, std::string_view name) {
  const std::string normal = normalised(name);
  const auto* found =
      std::find_if(std::begin(kAliases), std::end(kAliases), [&](const Alias& alias) { return alias.name == normal; });
  if (found != std::end(kAliases)) return found->encoding;
  vm.raise(*vm.types().lookup_error, "unknown encoding: " + std::string(name));
  return std::nullopt;
}

const char* error_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf_8:
    case Encoding::utf_8_sig: return "utf-8";
    case Encoding::ascii: return "ascii";
    case Encoding::latin_1: return "latin-1";
    case Encoding::utf_16: return "utf-16";
    case Encoding::utf_16_le: return "utf-16-le";
    case Encoding::utf_16_be: return "utf-16-be";
    case Encoding::utf_32: return "utf-32";
    case Encoding::utf_32_le: return "utf-32-le";
    case Encoding::utf_32_be: return "utf-32-be";
    case Encoding::unicode_escape: return "unicodeescape";
    case Encoding::raw_unicode_escape: return "rawunicodeescape";
  }
  return "";
}

std::string escaped(char32_t character) {
  char text[16];
  std::snprintf(text, sizeof text,
                character < 0x100     ? "\\x%02x"
                : character < 0x10000 ? "\\u%04x"
                                      : "\\U%08x",
                static_cast<unsigned>(character));
  return text;
}

bool unknown_handler(Vm& vm, std::string_view errors) {
  vm.raise(*vm.types().lookup_error, "unknown error handler name '" + std::string(errors) + "'");
  return false;
}

bool is_multi_byte(Encoding encoding) noexcept { return unit_of(encoding) > 1; }

}  // namespace

std::optional<std::string_view> name_argument(Vm& vm, const Value& given, const char* fallback,
                                              std::string_view function, const char* argument) {
  if (!given.is_set()) return fallback;
  if (const Str* text = Vm::core_as<Str>(given, kind::str)) return text->view();
  vm.type_error(std::string(function) + "() argument '" + argument + "' must be str, not " + vm.type_name(given));
  return std::nullopt;
}

// ---- encoding ------------------------------------------------------------------------------------------------------

bool Encoder::fail(std::size_t start, std::size_t end, const char* reason) {
  const auto number = [](std::size_t n) { return Value(static_cast<std::int64_t>(n)); };
  vm.raise(*vm.types().unicode_encode_error,
           {vm.str(error_name(encoding)), text, number(start), number(end), vm.str(reason)});
  return false;
}

bool Encoder::append_ascii(std::string_view replacement) {
  for (const char c : replacement) append_unit(static_cast<unsigned char>(c));
  return vm.check_size(data.size());
}

void Encoder::append_unit(char32_t unit) {
  const std::size_t width = unit_of(encoding);
  const bool big = is_big_endian(encoding);
  for (std::size_t i = 0; i < width; ++i) {
    const std::size_t shift = 8 * (big ? width - 1 - i : i);
    data += static_cast<char>(unit >> shift & 0xffU);
  }
}

bool Encoder::handle(std::size_t start, std::u32string_view bad, const char* reason) {
  const std::size_t end = start + bad.size();
  if (errors == "strict") return fail(start, end, reason);
  if (errors == "ignore") return true;
  if (errors == "replace") return append_ascii(std::string(bad.size(), '?'));
  if (errors == "backslashreplace") {
    for (const char32_t c : bad) {
      if (!append_ascii(escaped(c))) return false;
    }
    return true;
  }
  if (errors == "xmlcharrefreplace") {
    for (const char32_t c : bad) {
      if (!append_ascii("&#" + std::to_string(static_cast<std::uint32_t>(c)) + ";")) return false;
    }
    return true;
  }
  if (errors == "surrogateescape") {
    for (std::size_t i = 0; i < bad.size(); ++i) {
      if (bad[i] < 0xdc80 || bad[i] > 0xdcff || is_multi_byte(encoding)) return fail(start + i, end, reason);
      data += static_cast<char>(bad[i] - 0xdc00);
    }
    return true;
  }
  if (errors == "surrogatepass") {
    const bool unicode = encoding != Encoding::ascii && encoding != Encoding::latin_1;
    for (const char32_t c : bad) {
      if (!unicode || c < 0xd800 || c > 0xdfff) return fail(start, end, reason);
      if (is_multi_byte(encoding)) {
        append_unit(c);
      } else {
        utf8::append(data, c);
      }
    }
    return true;
  }
  return unknown_handler(vm, errors);
}

Value encode(Vm& vm, const Value& text, std::string_view encoding_name, std::string_view errors) {
  const std::optional<Encoding> encoding = find_encoding(vm, encoding_name);
  if (!encoding) return {};
  const Str& source = *text.as<Str>();
  if (!vm.spend(1 + source.byte_size() / 16)) return {};
  const bool is_plain = *encoding == Encoding::utf_8 || *encoding == Encoding::ascii || *encoding == Encoding::latin_1;
  if (source.is_ascii() && is_plain) return make<Bytes>(std::string(source.view()));
  if (!vm.spend(source.byte_size() * 2)) return {};
  Encoder encoder{vm, *encoding, text, errors, {}};
  if (!encode_into(encoder, source.view())) return {};
  if (!vm.check_size(encoder.data.size())) return {};
  return make<Bytes>(std::move(encoder.data));
}

// ---- decoding ------------------------------------------------------------------------------------------------------

bool Decoder::fail(std::size_t start, std::size_t end, const char* reason) {
  const auto number = [](std::size_t n) { return Value(static_cast<std::int64_t>(n)); };
  vm.raise(*vm.types().unicode_decode_error,
           {vm.str(error_name(encoding)), make<Bytes>(std::string(data)), number(start), number(end), vm.str(reason)});
  return false;
}

bool Decoder::pass_surrogate(std::size_t start, std::size_t& next) {
  const std::string_view rest = data.substr(start);
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const std::size_t width = unit_of(encoding);
  char32_t character = 0;
  if (width == 1) {
    if (encoding != Encoding::utf_8 || rest.size() < 3 || byte(0) != 0xed || byte(1) < 0xa0 || byte(1) > 0xbf ||
        byte(2) < 0x80 || byte(2) > 0xbf) {
      return false;
    }
    text += rest.substr(0, 3);
    next = start + 3;
    return true;
  }
  if (rest.size() < width) return false;
  for (std::size_t i = 0; i < width; ++i) {
    character = character << 8U | byte(is_big_endian(encoding) ? i : width - 1 - i);
  }
  if (character < 0xd800 || character > 0xdfff) return false;
  utf8::append(text, character);
  next = start + width;
  return true;
}

bool Decoder::handle(std::size_t start, std::size_t end, const char* reason, std::size_t& next) {
  next = end;
  if (errors == "strict") return fail(start, end, reason);
  if (errors == "ignore") return true;
  if (errors == "replace") {
    text += "\xef\xbf\xbd";
    return true;
  }
  if (errors == "backslashreplace") {
    for (const char c : data.substr(start, end - start)) text += escaped(static_cast<unsigned char>(c));
    return true;
  }
  if (errors == "surrogateescape") {
    next = start;
    while (next < end && next < start + 4 && static_cast<unsigned char>(data[next]) >= 0x80) {
      utf8::append(text, 0xdc00U + static_cast<unsigned char>(data[next++]));
    }
    return next > start || fail(start, end, reason);
  }
  if (errors == "surrogatepass") return pass_surrogate(start, next) || fail(start, end, reason);
  if (errors == "xmlcharrefreplace" || errors == "namereplace") {
    vm.type_error("don't know how to handle UnicodeDecodeError in error callback");
    return false;
  }
  return unknown_handler(vm, errors);
}

Value decode(Vm& vm, std::string_view data, std::string_view encoding_name, std::string_view errors) {
  // CPython looks at neither name when there is nothing to decode.
  if (data.empty()) return vm.str("");
  const std::optional<Encoding> encoding = find_encoding(vm, encoding_name);
  if (!encoding || !vm.spend(1 + data.size())) return {};
  if (!vm.check_size(data.size())) return {};
  // What a handler calls may change a bytearray.
  const std::string own(data);
  Decoder decoder{vm, *encoding, own, errors, {}};
  if (!decode_into(decoder)) return {};
  return vm.check_size(decoder.text.size()) ? vm.str(decoder.text) : Value();
}

}  // namespace loopline::script::codecs
