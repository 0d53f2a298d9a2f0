#include "script/typed_text.h"

#include <algorithm>

#include "script/syntax/parser.h"

namespace loopline::script {
namespace {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the last line's end
};

// Where lines `first` to `last` are.
Span span_of(std::string_view text, int first, int last) {
  Span span;
  int line = 1;
  for (; line < first && span.begin < text.size(); ++line) {
    span.begin = std::min(text.find('\n', span.begin), text.size() - 1) + 1;
  }
  span.end = span.begin;
  for (; line <= last && span.end < text.size(); ++line) {
    span.end = std::min(text.find('\n', span.end), text.size() - 1) + 1;
  }
  return span;
}

}  // namespace

void take_out(std::string& text, const ProgramForm::Lines& input) {
  const Span span = span_of(text, input.first, input.last);
  const auto at = [&](std::size_t offset) { return text.begin() + static_cast<std::ptrdiff_t>(offset); };
  text.erase(std::remove_if(at(span.begin), at(span.end), [](char c) { return c != '\n'; }), at(span.end));
}

TypedText typed_text(std::string_view text, const ProgramForm& form) {
  TypedText result{std::string(text), {}};
  for (const ProgramForm::Lines& input : form.inputs) {
    const Span span = span_of(text, input.first, input.last);
    const ParseResult parsed = parse_module(text.substr(span.begin, span.end - span.begin), "");
    if (parsed.ok() || parsed.diagnostic().kind == Diagnostic::Kind::unsupported) continue;
    // Within its message lines count from the input's first, as at a prompt.
    Diagnostic diagnostic = parsed.diagnostic();
    diagnostic.line += input.first - 1;
    diagnostic.end_line += input.first - 1;
    result.mistakes.push_back({input, std::move(diagnostic)});
    take_out(result.text, input);
  }
  return result;
}

}  // namespace loopline::script
