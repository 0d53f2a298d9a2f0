// Where one left off, the chapters with their lessons, one's own files: what the window shows when nothing is open.
#pragma once

#include <QWidget>

#include "lessons/catalogue.h"

class QScrollArea;
class QVBoxLayout;

namespace loopline::ui {

class ProgressStore;
struct Theme;

class StartPage : public QWidget {
  Q_OBJECT

 public:
  /// Both outlive the page.
  StartPage(const lessons::Catalogue& catalogue, const ProgressStore& progress, QWidget* parent = nullptr);

  /// Made anew from the progress; gives the keyboard to the button that goes on.
  void refresh();
  void setTheme(const Theme& theme);

 signals:
  void lessonChosen(const QString& path);
  void fileChosen(const QString& path);
  void openWanted();
  void newWanted();
  void tourWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void addGoOn(QVBoxLayout& column);
  void addDeeds(QVBoxLayout& column);
  void addChapters(QVBoxLayout& column, int columns);
  void addFiles(QVBoxLayout& column);
  int columnsThatFit() const;

  const lessons::Catalogue& m_catalogue;
  const ProgressStore& m_progress;
  const Theme* m_theme = nullptr;
  QWidget* m_content = nullptr;
  QScrollArea* m_scroll;
  QWidget* m_goOn = nullptr;
  int m_columns = 0;
};

}  // namespace loopline::ui
