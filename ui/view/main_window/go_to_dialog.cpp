#include "main_window/go_to_dialog.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace loopline::ui {

namespace {
constexpr int kMostShown = 60;
}

GoToDialog::GoToDialog(std::vector<Destination> destinations, QWidget* parent)
    : QDialog(parent),
      m_destinations(std::move(destinations)),
      m_field(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("goTo"));
  setWindowTitle(tr("Go to anything"));
  resize(QSize(520, 380).boundedTo(screen()->availableSize()));
  m_field->setPlaceholderText(tr("A lesson, task, printed line, cue, command, line number or time"));
  m_field->setAccessibleName(windowTitle());
  m_field->installEventFilter(this);
  m_list->setAccessibleName(tr("What fits"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_field);
  column->addWidget(m_list, 1);
  connect(m_field, &QLineEdit::textChanged, this, &GoToDialog::filter);
  connect(m_field, &QLineEdit::returnPressed, this, &GoToDialog::go);
  connect(m_list, &QListWidget::itemActivated, this, &GoToDialog::go);
  connect(m_list, &QListWidget::itemClicked, this, &GoToDialog::go);
  filter({});
}

void GoToDialog::filter(const QString& text) {
  m_list->clear();
  const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
  for (std::size_t i = 0; i < m_destinations.size() && m_list->count() < kMostShown; ++i) {
    const QString whole = m_destinations[i].kind + u' ' + m_destinations[i].text;
    const bool fits =
        std::ranges::all_of(words, [&](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); });
    if (!fits) continue;
    auto* item =
        new QListWidgetItem(m_destinations[i].text + QStringLiteral("   ·   ") + m_destinations[i].kind, m_list);
    item->setData(Qt::UserRole, static_cast<qulonglong>(i));
  }
  m_list->setCurrentRow(0);
}

void GoToDialog::go() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr) return;
  const auto go = m_destinations[static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong())].go;
  accept();
  go();
}

bool GoToDialog::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Down && key != Qt::Key_Up) return QDialog::eventFilter(watched, event);
  const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
  m_list->setCurrentRow(std::clamp(row, 0, std::max(m_list->count() - 1, 0)));
  return true;
}

}  // namespace loopline::ui
