#include "script/syntax/token.h"

#include <array>

namespace loopline::script {

namespace {

struct Keyword {
  std::string_view text;
  TokenKind kind;
};

using K = TokenKind;

// In the order of their first letters, so that a name is compared with a handful at most.
constexpr std::array keywords = {
    Keyword{"False", K::False},
    Keyword{"None", K::None},
    Keyword{"True", K::True},
    Keyword{"and", K::And},
    Keyword{"as", K::As},
    Keyword{"assert", K::Assert},
    Keyword{"async", K::Async},
    Keyword{"await", K::Await},
    Keyword{"break", K::Break},
    Keyword{"class", K::Class},
    Keyword{"continue", K::Continue},
    Keyword{"def", K::Def},
    Keyword{"del", K::Del},
    Keyword{"elif", K::Elif},
    Keyword{"else", K::Else},
    Keyword{"except", K::Except},
    Keyword{"finally", K::Finally},
    Keyword{"for", K::For},
    Keyword{"from", K::From},
    Keyword{"global", K::Global},
    Keyword{"if", K::If},
    Keyword{"import", K::Import},
    Keyword{"in", K::In},
    Keyword{"is", K::Is},
    Keyword{"lambda", K::Lambda},
    Keyword{"nonlocal", K::Nonlocal},
    Keyword{"not", K::Not},
    Keyword{"or", K::Or},
    Keyword{"pass", K::Pass},
    Keyword{"raise", K::Raise},
    Keyword{"return", K::Return},
    Keyword{"try", K::Try},
    Keyword{"while", K::While},
    Keyword{"with", K::With},
    Keyword{"yield", K::Yield},
};

constexpr std::array<std::uint8_t, 129> make_first_of_letter() {
  std::array<std::uint8_t, 129> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    std::uint8_t at = 0;
    while (at < keywords.size() && static_cast<std::size_t>(keywords[at].text[0]) < letter) ++at;
    first[letter] = at;
  }
  return first;
}

constexpr std::array<std::uint8_t, 129> first_of_letter = make_first_of_letter();

}  // namespace

TokenKind keyword_or_name(std::string_view name) {
  constexpr std::size_t longest = 8;
  if (name.size() < 2 || name.size() > longest) return TokenKind::Name;
  const auto letter = static_cast<unsigned char>(name[0]);
  if (letter >= 128) return TokenKind::Name;
  for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1U]; ++i) {
    if (keywords[i].text == name) return keywords[i].kind;
  }
  return TokenKind::Name;
}

}  // namespace loopline::script
