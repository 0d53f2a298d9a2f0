// A part of the inspector: a title that opens and closes what is below it.
#pragma once

#include <QWidget>

class QToolButton;

namespace loopline::ui {

struct Theme;

class Section : public QWidget {
  Q_OBJECT

 public:
  Section(const QString& title, QWidget* body, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  QString title() const { return m_title; }
  bool isOpen() const { return m_open; }
  void setOpen(bool open);
  void setTheme(const Theme& theme);

 signals:
  void toggled(bool open);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showTitle();

  QString m_title;
  QToolButton* m_heading;
  QWidget* m_body;
  bool m_open = true;
  bool m_laidOut = false;
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
