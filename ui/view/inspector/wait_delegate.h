// Draws a node of who-waits-for-whom, and the branch that leads to it.
#pragma once

#include <QStyledItemDelegate>

namespace loopline::ui {

struct Theme;

class WaitDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setTheme(const Theme& theme) { m_theme = &theme; }
  void setSelectedTask(int number) { m_selectedTask = number; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Theme* m_theme = nullptr;
  int m_selectedTask = -1;
};

}  // namespace loopline::ui
