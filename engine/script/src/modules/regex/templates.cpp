// Templates of sub() and expand(): "\1, \g<name>\n".
#include <algorithm>

#include "../bytes_argument.h"
#include "objects.h"

namespace loopline::script::regex {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_octal(char c) { return c >= '0' && c <= '7'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class TemplateParser {
 public:
  TemplateParser(Vm& vm, const Pattern& pattern, const Value& source, std::string_view text)
      : m_vm(vm), m_pattern(pattern), m_source(source), m_text(text) {}

  bool parse() {
    while (m_at < m_text.size()) {
      if (m_text[m_at] != '\\') {
        m_literal += m_text[m_at++];
      } else if (!parse_escape()) {
        return false;
      }
    }
    flush();
    return true;
  }

  std::vector<TemplatePart> parts;

 private:
  void flush() {
    if (!m_literal.empty()) parts.push_back({std::move(m_literal), std::nullopt});
    m_literal.clear();
  }

  bool fail(const std::string& message, std::size_t byte) {
    raise_error(m_vm, message, m_source, utf8::length(m_text.substr(0, byte)));
    return false;
  }

  bool put_group(std::size_t group, std::size_t place) {
    if (group > m_pattern.translation.groups) return fail("invalid group reference " + std::to_string(group), place);
    flush();
    parts.push_back({std::string(), group});
    return true;
  }

  bool put_octal(std::size_t start, std::size_t digits) {
    unsigned value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 8 + static_cast<unsigned>(m_text[start + 1 + i] - '0');
    m_at = start + 1 + digits;
    if (value > 0377) {
      return fail("octal escape value " + std::string(m_text.substr(start, m_at - start)) + " outside of range 0-0o377",
                  start);
    }
    if (m_pattern.is_text) {
      utf8::append(m_literal, value);
    } else {
      m_literal += static_cast<char>(value);
    }
    return true;
  }

  char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }

  bool parse_escape() {
    const std::size_t start = m_at;
    if (start + 1 >= m_text.size()) return fail("bad escape (end of pattern)", start);
    const char c = m_text[start + 1];
    if (c == 'g') return parse_named(start);
    if (c == '0') {
      std::size_t digits = 1;
      while (digits < 3 && is_octal(at(start + 1 + digits))) ++digits;
      return put_octal(start, digits);
    }
    if (is_digit(c)) {
      if (is_octal(c) && is_octal(at(start + 2)) && is_octal(at(start + 3))) return put_octal(start, 3);
      const std::size_t digits = is_digit(at(start + 2)) ? 2 : 1;
      m_at = start + 1 + digits;
      return put_group(std::stoul(std::string(m_text.substr(start + 1, digits))), start + 1);
    }
    m_at = start + 2;
    static constexpr std::string_view kFrom = "abfnrtv\\";
    static constexpr std::string_view kTo = "\a\b\f\n\r\t\v\\";
    const std::size_t known = kFrom.find(c);
    if (known != std::string_view::npos) {
      m_literal += kTo[known];
      return true;
    }
    if (is_letter(c)) return fail(std::string("bad escape \\") + c, start);
    m_literal += '\\';
    m_literal += c;
    return true;
  }

  bool parse_named(std::size_t start) {
    if (at(start + 2) != '<') return fail("missing <", start + 2);
    const std::size_t from = start + 3;
    const std::size_t end = m_text.find('>', from);
    if (end == std::string_view::npos) {
      return fail(from >= m_text.size() ? "missing group name" : "missing >, unterminated name", from);
    }
    const std::string name(m_text.substr(from, end - from));
    if (name.empty()) return fail("missing group name", from);
    m_at = end + 1;
    if (std::all_of(name.begin(), name.end(), is_digit)) {
      if (name.size() > 6) return fail("invalid group reference " + name, from);
      return put_group(std::stoul(name), from);
    }
    const auto is_word = [](char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; };
    if (!is_word(name[0]) ||
        !std::all_of(name.begin(), name.end(), [&](char c) { return is_word(c) || is_digit(c); })) {
      return fail("bad character in group name '" + name + "'", from);
    }
    const std::optional<std::size_t> group = m_pattern.group_named(name);
    if (!group) {
      m_vm.index_error("unknown group name '" + name + "'");
      return false;
    }
    return put_group(*group, from);
  }

  Vm& m_vm;
  const Pattern& m_pattern;
  const Value& m_source;
  std::string_view m_text;
  std::size_t m_at = 0;
  std::string m_literal;
};

}  // namespace

std::optional<std::vector<TemplatePart>> parse_template(Vm& vm, const Pattern& pattern, const Value& replacement) {
  const Str* text = Vm::core_as<Str>(replacement, kind::str);
  const std::optional<std::string_view> data = bytes_in(replacement);
  if (text == nullptr && !data) {
    vm.type_error("decoding to str: need a bytes-like object, " + vm.type_name(replacement) + " found");
    return std::nullopt;
  }
  if (pattern.is_text != (text != nullptr)) {
    vm.type_error(pattern.is_text ? "sequence item 1: expected str instance, bytes found"
                                  : "sequence item 1: expected a bytes-like object, str found");
    return std::nullopt;
  }
  TemplateParser parser(vm, pattern, replacement, text != nullptr ? text->view() : *data);
  if (!parser.parse()) return std::nullopt;
  return std::move(parser.parts);
}

void expand_template(std::string& result, const std::vector<TemplatePart>& parts, const Subject& subject,
                     const Spans& spans) {
  for (const TemplatePart& part : parts) {
    if (!part.group) {
      result += part.text;
    } else if (const Span span = spans[*part.group]; span.matched()) {
      result += subject.bytes.substr(span.start, span.end - span.start);
    }
  }
}

}  // namespace loopline::script::regex
