// The whole text of a lesson or script, to be changed. Marks the lines that have mistakes.
#pragma once

#include <QList>
#include <QWidget>

#include "lessons/diagnostic.h"

class QsciScintilla;

namespace loopline::ui {

class MarkdownLexer;
class PythonLexer;
struct Theme;

class SourceEditor : public QWidget {
  Q_OBJECT

 public:
  explicit SourceEditor(QWidget* parent = nullptr);

  /// Replaces the text and forgets what could be undone, unless it is the text that is there.
  void setText(const QString& text, bool isScript);
  /// Replaces the text as an edit: it can be undone.
  void replaceText(const QString& text);
  QString text() const;
  void setProblems(const lessons::Diagnostics& problems);
  /// Problems are told under their lines too.
  void setAnnotated(bool annotated) { m_annotated = annotated; }
  /// What is told under a line; empty: nothing.
  QString noteUnder(int line) const;
  void setReadOnly(bool readOnly);
  void setName(const QString& name);
  /// Lines that are not in the text it is compared with.
  void setChanged(const QList<int>& lines);
  /// Where the shown run is: the line that runs, and those where tasks wait.
  void setMarks(int current, bool blocking, const QList<int>& waiting);
  void goTo(int line, int column);
  void setTheme(const Theme& theme);

 signals:
  void edited();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QsciScintilla* m_editor;
  PythonLexer* m_python;
  MarkdownLexer* m_markdown;
  QList<int> m_changed;
  const Theme* m_theme = nullptr;
  bool m_annotated = false;
  bool m_telling = false;  // the text comes from outside
};

}  // namespace loopline::ui
