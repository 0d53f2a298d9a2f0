// Colours of Python and Markdown. Private to the code folder: it brings QScintilla's headers along.
#pragma once

#include <Qsci/qscilexermarkdown.h>
#include <Qsci/qscilexerpython.h>

class QsciScintilla;

namespace loopline::ui {

struct Theme;

/// QScintilla's knows neither async nor await.
class PythonLexer : public QsciLexerPython {
 public:
  using QsciLexerPython::QsciLexerPython;
  const char* keywords(int set) const override;
  void setTheme(const Theme& theme);
};

class MarkdownLexer : public QsciLexerMarkdown {
 public:
  using QsciLexerMarkdown::QsciLexerMarkdown;
  void setTheme(const Theme& theme);
};

/// What every code view has in common: colours, fonts, margins without frames, thin scroll bars.
void dressEditor(QsciScintilla& editor, const Theme& theme);

}  // namespace loopline::ui
