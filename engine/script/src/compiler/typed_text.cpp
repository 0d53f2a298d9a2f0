#include "script/typed_text.h"

#include <algorithm>
#include <utility>

#include "script/syntax/parser.h"

namespace loopline::script {

TypedText typed_text(std::string_view text, const ProgramForm& form, const InputReader& read) {
  TypedText result{std::string(text), {}};
  int line = 1;
  std::size_t at = 0;
  const auto go_to = [&](int wanted) {
    for (; line < wanted && at < text.size(); ++line) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return at;
  };
  for (const ProgramForm::Lines& input : form.inputs) {
    const std::size_t begin = go_to(input.first);
    const std::size_t end = go_to(input.last + 1);
    std::optional<Diagnostic> mistake = read(text.substr(begin, end - begin));
    if (!mistake) continue;
    // Within its message lines count from the input's first, as at a prompt.
    mistake->line += input.first - 1;
    mistake->end_line += input.first - 1;
    result.mistakes.push_back({input, std::move(*mistake)});
    std::replace_if(
        result.text.begin() + static_cast<std::ptrdiff_t>(begin),
        result.text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
  }
  return result;
}

TypedText typed_text(std::string_view text, const ProgramForm& form) {
  return typed_text(text, form, [](std::string_view input) -> std::optional<Diagnostic> {
    const ParseResult parsed = parse_module(input, "");
    if (parsed.ok() || parsed.diagnostic().kind == Diagnostic::Kind::unsupported) return std::nullopt;
    return parsed.diagnostic();
  });
}

}  // namespace loopline::script
