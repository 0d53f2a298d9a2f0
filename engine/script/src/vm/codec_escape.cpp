// unicode_escape and raw_unicode_escape: the escapes of string literals.
#include "codec_parts.h"

namespace loopline::script::codecs {

namespace {

void append_escape(std::string& data, const char* form, char32_t character) {
  char text[16];
  std::snprintf(text, sizeof text, form, static_cast<unsigned>(character));
  data += text;
}

void append_escaped(std::string& data, char32_t character) {
  switch (character) {
    case '\\': data += "\\\\"; return;
    case '\t': data += "\\t"; return;
    case '\n': data += "\\n"; return;
    case '\r': data += "\\r"; return;
    default: break;
  }
  if (character >= 0x20 && character < 0x7f) {
    data += static_cast<char>(character);
  } else if (character < 0x100) {
    append_escape(data, "\\x%02x", character);
  } else {
    append_escape(data, character < 0x10000 ? "\\u%04x" : "\\U%08x", character);
  }
}

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class EscapeReader {
 public:
  EscapeReader(Decoder& decoder, bool is_raw) : m_decoder(decoder), m_data(decoder.data), m_is_raw(is_raw) {}

  bool run() {
    while (m_at < m_data.size()) {
      const char c = m_data[m_at];
      if (c == '\\' && (!m_is_raw || is_raw_escape())) {
        if (!read_escape()) return false;
        continue;
      }
      utf8::append(m_decoder.text, static_cast<unsigned char>(c));
      ++m_at;
      // The raw form takes a backslash and what follows as they are.
      if (c == '\\' && m_at < m_data.size()) utf8::append(m_decoder.text, static_cast<unsigned char>(m_data[m_at++]));
    }
    return true;
  }

 private:
  /// The raw form knows \u and \U alone.
  bool is_raw_escape() const noexcept {
    return m_at + 1 < m_data.size() && (m_data[m_at + 1] == 'u' || m_data[m_at + 1] == 'U');
  }

  bool read_escape() {
    const std::size_t start = m_at++;
    if (m_at == m_data.size()) return m_decoder.handle(start, m_at, "\\ at end of string", m_at);
    const char c = m_data[m_at++];
    std::string& text = m_decoder.text;
    switch (c) {
      case '\n': return true;
      case '\\':
      case '\'':
      case '"': text += c; return true;
      case 'b': text += '\b'; return true;
      case 'f': text += '\f'; return true;
      case 't': text += '\t'; return true;
      case 'n': text += '\n'; return true;
      case 'r': text += '\r'; return true;
      case 'v': text += '\v'; return true;
      case 'a': text += '\a'; return true;
      case 'x': return read_hex(start, 2, "truncated \\xXX escape");
      case 'u': return read_hex(start, 4, "truncated \\uXXXX escape");
      case 'U': return read_hex(start, 8, "truncated \\UXXXXXXXX escape");
      case 'N': return read_name(start);
      default: break;
    }
    if (c >= '0' && c <= '7') {
      char32_t value = static_cast<char32_t>(c - '0');
      for (int i = 0; i < 2 && m_at < m_data.size() && m_data[m_at] >= '0' && m_data[m_at] <= '7'; ++i) {
        value = value * 8 + static_cast<char32_t>(m_data[m_at++] - '0');
      }
      utf8::append(text, value);
      return true;
    }
    text += '\\';
    utf8::append(text, static_cast<unsigned char>(c));
    return true;
  }

  bool read_hex(std::size_t start, int digits, const char* truncated) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      const int digit = m_at < m_data.size() ? hex_digit(m_data[m_at]) : -1;
      if (digit < 0) return m_decoder.handle(start, m_at, truncated, m_at);
      value = value << 4U | static_cast<char32_t>(digit);
      ++m_at;
    }
    if (value > 0x10ffff) {
      return m_decoder.handle(start, m_at, m_is_raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character", m_at);
    }
    utf8::append(m_decoder.text, value);
    return true;
  }

  /// There is no table of names here: every well-formed one is an unknown one.
  bool read_name(std::size_t start) {
    const char* reason = "malformed \\N character escape";
    if (m_at < m_data.size() && m_data[m_at] == '{') {
      const std::size_t end = m_data.find('}', ++m_at);
      if (end != std::string_view::npos && end > m_at) {
        m_at = end + 1;
        reason = "unknown Unicode character name";
      } else if (end == std::string_view::npos) {
        m_at = m_data.size();
      }
    }
    return m_decoder.handle(start, m_at, reason, m_at);
  }

  Decoder& m_decoder;
  std::string_view m_data;
  bool m_is_raw;
  std::size_t m_at = 0;
};

}  // namespace

bool encode_escapes(Encoder& encoder, std::string_view text) {
  const bool is_raw = encoder.encoding == Encoding::raw_unicode_escape;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    if (is_raw && character < 0x100) {
      encoder.data += static_cast<char>(character);
    } else {
      append_escaped(encoder.data, character);
    }
  }
  return encoder.vm.check_size(encoder.data.size());
}

bool decode_escapes(Decoder& decoder) {
  return EscapeReader(decoder, decoder.encoding == Encoding::raw_unicode_escape).run();
}

}  // namespace loopline::script::codecs
