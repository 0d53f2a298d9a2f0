#include "inspector/wait_view.h"

#include <QPainter>
#include <algorithm>

#include "inspector/wait_delegate.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "ui_model/wait_model.h"

namespace loopline::ui {

namespace {

constexpr int kMostNodes = 14;  // more than these are scrolled
constexpr int kIndent = 14;

int nodeHeight() { return QFontMetrics(codeFont(9)).height() + 4; }

int nodeCount(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
  int count = model.rowCount(parent);
  for (int row = model.rowCount(parent) - 1; row >= 0; --row) count += nodeCount(model, model.index(row, 0, parent));
  return count;
}

}  // namespace

WaitView::WaitView(WaitModel& model, QWidget* parent) : QTreeView(parent), m_delegate(new WaitDelegate(this)) {
  setLayoutDirection(Qt::LeftToRight);  // as programs are written, whatever the language
  setModel(&model);
  setItemDelegate(m_delegate);
  setHeaderHidden(true);
  setFrameShape(QFrame::NoFrame);
  setIndentation(kIndent);
  setRootIsDecorated(false);
  setItemsExpandable(false);
  setSelectionMode(NoSelection);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
}

void WaitView::setTheme(const Theme& theme) {
  m_theme = &theme;
  m_delegate->setTheme(theme);
  viewport()->update();
}

void WaitView::setSelectedTask(int number) {
  m_delegate->setSelectedTask(number);
  viewport()->update();
}

void WaitView::forestChanged() {
  expandAll();
  setFixedHeight(std::clamp(nodeCount(*model()), 1, kMostNodes) * nodeHeight() + 4);
}

void WaitView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
  if (m_theme == nullptr || !index.parent().isValid()) return;
  painter->save();
  painter->setPen(QPen(m_theme->scrubberAhead, 1));
  int x = rect.right() - kIndent / 2 + 1;
  const int middle = rect.center().y();
  const bool last = index.row() == model()->rowCount(index.parent()) - 1;
  painter->drawLine(x, rect.top(), x, last ? middle : rect.bottom());
  painter->drawLine(x, middle, rect.right() + 2, middle);
  for (QModelIndex above = index.parent(); above.parent().isValid(); above = above.parent()) {
    x -= kIndent;
    if (above.row() < model()->rowCount(above.parent()) - 1) painter->drawLine(x, rect.top(), x, rect.bottom());
  }
  painter->restore();
}

void WaitView::paintEvent(QPaintEvent* event) {
  QTreeView::paintEvent(event);
  if (model()->rowCount() > 0 || m_theme == nullptr) return;
  QPainter painter(viewport());
  painter.setFont(textFont(9.5));
  painter.setPen(m_theme->quietText);
  painter.drawText(viewport()->rect().adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_empty);
}

}  // namespace loopline::ui
