// The lessons on the left: search, chapters, marks.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace loopline::ui {

class LessonDelegate;
class LessonListModel;
struct Theme;

class LessonPanel : public QWidget {
  Q_OBJECT

 public:
  /// The model outlives the panel.
  explicit LessonPanel(LessonListModel& model, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  /// Puts the cursor into the search field.
  void beginSearch();
  /// Brings the open lesson into view.
  void showCurrent(const QString& path);

 signals:
  void lessonChosen(const QString& path, bool builtIn);
  void newLessonWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void choose(const QModelIndex& index);
  void search(const QString& query);
  void listResizes();

  LessonListModel& m_model;
  QLineEdit* m_search;
  QListView* m_list;
  QLabel* m_nothing;
  QPushButton* m_new;
  LessonDelegate* m_delegate;
};

}  // namespace loopline::ui
