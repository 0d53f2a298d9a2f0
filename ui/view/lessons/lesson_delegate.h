// Draws a chapter's heading or a lesson with its mark: an open ring is new, half a disc begun, a disc with a tick done.
#pragma once

#include <QStyledItemDelegate>

namespace loopline::ui {

struct Theme;

class LessonDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setTheme(const Theme& theme) { m_theme = &theme; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
