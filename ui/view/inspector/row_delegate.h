// Draws one row of the inspector's lists.
#pragma once

#include <QStyledItemDelegate>

#include "inspector/rows_view.h"

namespace loopline::ui {

class RowDelegate : public QStyledItemDelegate {
 public:
  RowDelegate(RowsView::Style style, QObject* parent) : QStyledItemDelegate(parent), m_style(style) {}

  void setTheme(const Theme& theme) { m_theme = &theme; }
  const Theme* theme() const { return m_theme; }
  void setSelected(const Selection& selection, int task) {
    m_selection = selection;
    m_selectedTask = task;
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  /// Where the two texts of a row stand, from its left upper corner on.
  struct LineParts {
    QFont nameFont, detailFont;
    QRect name, detail;
    int height = 0;
  };
  LineParts lineParts(int width, const QModelIndex& index) const;
  bool wraps() const { return m_style == RowsView::Style::lines || m_style == RowsView::Style::sentences; }
  void paintChip(QPainter* painter, const QRect& rect, const QModelIndex& index, bool strong) const;
  void paintTable(QPainter* painter, const QRect& rect, const QModelIndex& index) const;
  void paintLine(QPainter* painter, const QRect& rect, const QModelIndex& index) const;
  void paintConsole(QPainter* painter, const QRect& rect, const QModelIndex& index) const;

  RowsView::Style m_style;
  const Theme* m_theme = nullptr;
  Selection m_selection;
  int m_selectedTask = -1;
};

}  // namespace loopline::ui
