// Editing: the source and its problems, and beside them what readers will see.
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QTimer;

namespace loopline::ui {

class LessonSession;
class ProseView;
class SourceEditor;
struct Theme;

class EditPage : public QWidget {
  Q_OBJECT

 public:
  /// The session outlives the page.
  explicit EditPage(LessonSession& session, QWidget* parent = nullptr);

  /// Shows the session's text; the cursor goes to the first line of code.
  void begin();
  /// Hands over what was typed but not yet looked at.
  void commit();
  void goTo(int line, int column);
  void setTheme(const Theme& theme);
  SourceEditor& editor() { return *m_editor; }

 signals:
  void runWanted();
  void doneWanted();

 private:
  void showProblems();
  void showPreview();

  LessonSession& m_session;
  SourceEditor* m_editor;
  QListWidget* m_problems;
  QLabel* m_count;
  QPushButton* m_original;
  ProseView* m_preview;
  QTimer* m_look;
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
