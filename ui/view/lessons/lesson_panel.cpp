#include "lessons/lesson_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "lessons/lesson_delegate.h"
#include "ui_model/lesson_list_model.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

LessonPanel::LessonPanel(LessonListModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(new QLabel(this)),
      m_new(new QPushButton(tr("New lesson…"), this)),
      m_delegate(new LessonDelegate(this)) {
  setObjectName(QStringLiteral("sidePanel"));
  setAttribute(Qt::WA_StyledBackground);
  m_search->setPlaceholderText(tr("Find a lesson"));
  m_search->setAccessibleName(tr("Find a lesson"));
  m_search->setClearButtonEnabled(true);
  m_list->installEventFilter(this);
  m_search->installEventFilter(this);
  m_list->setModel(&model);
  m_list->setItemDelegate(m_delegate);
  m_list->setAccessibleName(tr("Lessons"));
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setUniformItemSizes(false);
  m_list->setResizeMode(QListView::Adjust);
  m_nothing->setObjectName(QStringLiteral("quiet"));
  m_nothing->setWordWrap(true);
  m_nothing->hide();
  m_new->setProperty("flat", true);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 12, 8, 8);
  column->setSpacing(4);
  column->addWidget(m_search);
  column->addWidget(m_nothing);
  column->addWidget(m_list, 1);
  column->addWidget(m_new, 0, Qt::AlignLeft);

  connect(m_search, &QLineEdit::textChanged, this, &LessonPanel::search);
  connect(m_list, &QListView::clicked, this, &LessonPanel::choose);
  connect(m_list, &QListView::activated, this, &LessonPanel::choose);
  connect(m_new, &QPushButton::clicked, this, &LessonPanel::newLessonWanted);
}

void LessonPanel::setTheme(const Theme& theme) {
  m_delegate->setTheme(theme);
  m_new->setIcon(themedIcon(QStringLiteral("new"), theme.accent));
  m_list->viewport()->update();
}

void LessonPanel::beginSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void LessonPanel::showCurrent(const QString& path) {
  const QModelIndex index = m_model.indexOf(path);
  if (!index.isValid()) return;
  m_list->setCurrentIndex(index);
  m_list->scrollTo(index);
}

void LessonPanel::search(const QString& query) {
  m_model.setQuery(query);
  const bool nothing = m_model.lessonCount() == 0;
  m_nothing->setText(tr("No lesson has “%1” in its title, text or code.").arg(query.trimmed()));
  m_nothing->setVisible(nothing);
}

void LessonPanel::choose(const QModelIndex& index) {
  const QString path = index.data(LessonListModel::PathRole).toString();
  if (!path.isEmpty()) emit lessonChosen(path, m_model.isBuiltIn(index));
}

// What is open stays in view when the list becomes shorter, unless somebody has scrolled away from it.
void LessonPanel::listResizes() {
  const QModelIndex current = m_list->currentIndex();
  if (!current.isValid() || !m_list->viewport()->rect().intersects(m_list->visualRect(current))) return;
  const auto show = [this] {
    if (m_list->currentIndex().isValid()) m_list->scrollTo(m_list->currentIndex());
  };
  QMetaObject::invokeMethod(m_list, show, Qt::QueuedConnection);
}

bool LessonPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::Resize) listResizes();
  if (watched == m_search && event->type() == QEvent::ShortcutOverride && !m_search->text().isEmpty() &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();  // it clears the field first
    return true;
  }
  if (watched != m_search || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
    // The first lesson that was found; Enter opens it at once.
    for (int row = 0; row < m_model.rowCount(); ++row) {
      const QModelIndex index = m_model.index(row);
      if (index.data(LessonListModel::HeadingRole).toBool()) continue;
      m_list->setCurrentIndex(index);
      if (key == Qt::Key_Down) m_list->setFocus();
      if (key != Qt::Key_Down && !m_search->text().isEmpty()) choose(index);
      break;
    }
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace loopline::ui
