// A scenario's code being changed in its pane: the text, its problems under their lines, what runs where, and beside it
// the original if that is wanted.
#pragma once

#include <QList>
#include <QWidget>

#include "lessons/diagnostic.h"

class QLabel;
class QSplitter;
class QTimer;
class QToolButton;

namespace loopline::ui {

class SourceEditor;
struct Theme;

class CodeEdit : public QWidget {
  Q_OBJECT

 public:
  explicit CodeEdit(QWidget* parent = nullptr);

  /// What is being typed stays: it is newer.
  void setCode(const QString& code, const QString& original);
  /// Hands over what was typed and not yet looked at.
  void commit();
  /// The text cannot be taken over as it is.
  void setRefused(bool refused);
  void setProblems(const lessons::Diagnostics& problems);
  /// Lines of the shown run: where it is now, where tasks wait; 0 and none where the text has changed since.
  void setMarks(int current, bool blocking, const QList<int>& waiting);
  void goTo(int line, int column);
  void setTheme(const Theme& theme);
  SourceEditor& editor() { return *m_editor; }
  bool isCompared() const;

 signals:
  /// Typed, and then nothing for a moment.
  void edited(const QString& code);
  void runWanted();
  void saveWanted();
  void comparedChanged(bool compared);

 private:
  QToolButton* addButton(const QString& icon, const QString& name);
  void setCompared(bool compared);
  void showState();

  SourceEditor *m_editor, *m_original;
  QWidget* m_originalSide;
  QSplitter* m_sides;
  QLabel* m_state;
  QToolButton *m_run, *m_compare, *m_reset, *m_save;
  QTimer* m_look;
  QString m_originalCode;
  bool m_refused = false;
};

}  // namespace loopline::ui
