#include "code/lexers.h"

#include <Qsci/qsciscintilla.h>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

const char* PythonLexer::keywords(int set) const {
  if (set == 1) {
    return "False None True and as assert async await break case class continue def del elif else except finally for "
           "from global if import in is lambda match nonlocal not or pass raise return try while with yield";
  }
  return set == 2 ? "self cls" : nullptr;
}

void PythonLexer::setTheme(const Theme& theme) {
  setDefaultColor(theme.text);
  setDefaultPaper(theme.surface);
  setDefaultFont(codeFont());
  setPaper(theme.surface, -1);
  setColor(theme.text, -1);
  setFont(codeFont(), -1);
  for (const int style : {int{Comment}, int{CommentBlock}}) setColor(theme.comment, style);
  for (const int style : {int{DoubleQuotedString}, int{SingleQuotedString}, int{TripleSingleQuotedString},
                          int{TripleDoubleQuotedString}, int{UnclosedString}, int{DoubleQuotedFString},
                          int{SingleQuotedFString}, int{TripleSingleQuotedFString}, int{TripleDoubleQuotedFString}}) {
    setColor(theme.string, style);
    setEolFill(false, style);
  }
  setColor(theme.number, Number);
  setColor(theme.keyword, Keyword);
  setColor(theme.function, ClassName);
  setColor(theme.function, FunctionMethodName);
  setColor(theme.keyword, Decorator);
}

void MarkdownLexer::setTheme(const Theme& theme) {
  setDefaultColor(theme.text);
  setDefaultPaper(theme.surface);
  setDefaultFont(codeFont());
  setPaper(theme.surface, -1);
  setColor(theme.text, -1);
  setFont(codeFont(), -1);
  QFont strong = codeFont();
  strong.setBold(true);
  for (const int style : {int{Header1}, int{Header2}, int{Header3}, int{Header4}, int{Header5}, int{Header6}}) {
    setColor(theme.function, style);
    setFont(strong, style);
  }
  for (const int style : {int{StrongEmphasisAsterisks}, int{StrongEmphasisUnderscores}}) setFont(strong, style);
  for (const int style : {int{CodeBackticks}, int{CodeDoubleBackticks}, int{CodeBlock}}) {
    setColor(theme.keyword, style);
    setEolFill(false, style);
  }
  setColor(theme.accent, Link);
  for (const int style : {int{UnorderedListItem}, int{OrderedListItem}, int{HorizontalRule}, int{BlockQuote}}) {
    setColor(theme.number, style);
  }
}

void dressEditor(QsciScintilla& editor, const Theme& theme) {
  editor.setFrameShape(QFrame::NoFrame);
  editor.setUtf8(true);
  editor.setColor(theme.text);
  editor.setPaper(theme.surface);
  editor.setCaretForegroundColor(theme.text);
  editor.setMarginsBackgroundColor(theme.surface);
  editor.setMarginsForegroundColor(theme.lineNumber);
  editor.setMarginsFont(codeFont(8.25));
  editor.setSelectionBackgroundColor(theme.selected);
  editor.setSelectionForegroundColor(theme.text);
  editor.setTabWidth(4);
  editor.setExtraAscent(2);
  editor.setExtraDescent(2);
  editor.SendScintilla(QsciScintillaBase::SCI_SETMARGINLEFT, 0UL, 5L);
  editor.SendScintilla(QsciScintillaBase::SCI_SETSCROLLWIDTH, 1UL);
  editor.SendScintilla(QsciScintillaBase::SCI_SETSCROLLWIDTHTRACKING, 1UL);
  editor.SendScintilla(QsciScintillaBase::SCI_SETENDATLASTLINE, 1UL);
}

}  // namespace loopline::ui
