// The words of the panels and what they mean: for the help page and for the tips over the words themselves.
#pragma once

#include <QString>
#include <vector>

namespace loopline::ui {

struct Term {
  QString word;     ///< as the panels have it
  QString meaning;  ///< one or two sentences
};

/// In alphabetical order of the language that is shown.
std::vector<Term> glossary();

/// What a word means, in whatever case it is written and with whatever follows " · "; empty: it is not explained.
QString meaningOf(const QString& word);

}  // namespace loopline::ui
