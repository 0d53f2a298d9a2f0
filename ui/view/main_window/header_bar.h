// The top row: the program's name, the menus, where we are, the axis and the three main deeds.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenuBar;
class QToolButton;

namespace loopline::ui {

class Segmented;
struct Theme;

class HeaderBar : public QWidget {
  Q_OBJECT

 public:
  HeaderBar(QMenuBar* menus, QWidget* parent = nullptr);

  /// `state`: "edited", "saved 10:42" …; quiet, behind the title.
  void setTitle(const QString& chapter, const QString& title, const QString& state);
  void addDeed(QAction* action, const QString& text, bool main);
  /// False: on the start page there is nothing to be done with a lesson.
  void setStudying(bool studying);
  void setAxis(int index);
  void setTheme(const Theme& theme);

 signals:
  void axisChosen(int index);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showTitle();

  QLabel* m_logo;
  QLabel* m_name;
  QLabel* m_chapter;
  QLabel* m_title;
  QLabel* m_state;
  QLabel* m_axisTitle;
  Segmented* m_axis;
  QWidget* m_deeds;
  QList<QToolButton*> m_buttons;
  bool m_studying = true;
  QString m_chapterText, m_titleText;
};

}  // namespace loopline::ui
