#include "start/tour.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

constexpr int kWidth = 340;

/// A line round what a tip is about; the mouse goes through it.
class Ring : public QWidget {
 public:
  explicit Ring(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setObjectName(QStringLiteral("tourRing"));
  }
  void setTheme(const Theme& theme) { m_theme = &theme; }

 protected:
  void paintEvent(QPaintEvent*) override {
    if (m_theme == nullptr) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->accent, 3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
  }

 private:
  const Theme* m_theme = nullptr;
};

}  // namespace

Tour::Tour(QWidget* window)
    : QFrame(window),
      m_count(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)),
      m_skip(new QPushButton(tr("Skip"), this)),
      m_frame(new Ring(window)) {
  setObjectName(QStringLiteral("tour"));
  setAttribute(Qt::WA_StyledBackground);
  setFocusPolicy(Qt::StrongFocus);
  m_count->setObjectName(QStringLiteral("quiet"));
  m_title->setFont(textFont(11.5, QFont::DemiBold));
  m_title->setWordWrap(true);
  m_text->setWordWrap(true);
  m_skip->setProperty("flat", true);
  for (QPushButton* button : {m_back, m_next, m_skip}) button->setAutoDefault(true);  // Enter presses it
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_count);
  buttons->addStretch(1);
  buttons->addWidget(m_skip);
  buttons->addWidget(m_back);
  buttons->addWidget(m_next);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 12);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addLayout(buttons);
  connect(m_next, &QPushButton::clicked, this, [this] { m_now + 1 < m_tips.size() ? show(m_now + 1) : end(); });
  connect(m_back, &QPushButton::clicked, this, [this] { show(m_now - 1); });
  connect(m_skip, &QPushButton::clicked, this, &Tour::end);
  window->installEventFilter(this);
  hide();
  m_frame->hide();
}

void Tour::setTheme(const Theme& theme) { static_cast<Ring*>(m_frame)->setTheme(theme); }

void Tour::begin(std::vector<Tip> tips) {
  m_tips = std::move(tips);
  if (m_tips.empty()) return;
  m_focus = QApplication::focusWidget();
  markMain(*m_next);
  QWidget::show();
  show(0);
}

void Tour::show(std::size_t tip) {
  m_now = tip;
  const bool last = tip + 1 == m_tips.size();
  m_title->setText(m_tips[tip].title);
  m_text->setText(m_tips[tip].text);
  m_count->setText(tr("%1 of %2").arg(tip + 1).arg(m_tips.size()));
  m_next->setText(last ? tr("Done") : tr("Next"));
  m_back->setVisible(tip > 0);
  m_skip->setVisible(!last);
  setAccessibleName(tr("Tip %1: %2. %3").arg(QString::number(tip + 1), m_tips[tip].title, m_tips[tip].text));
  place();
  m_next->setFocus();
}

/// Inside the target where it is large, else beside it; always within the window.
void Tour::place() {
  QWidget* window = parentWidget();
  setFixedWidth(std::min(kWidth * std::max(fontMetrics().height(), 16) / 16, window->width() - 24));
  adjustSize();
  const QWidget* target = m_tips[m_now].target;
  QRect about = window->rect().adjusted(40, 40, -40, -40);
  if (target != nullptr && target->isVisible()) about = QRect(target->mapTo(window, QPoint()), target->size());
  m_frame->setGeometry(about);
  m_frame->show();
  const QRect room = window->rect().adjusted(12, 12, -12, -12);
  QPoint at = about.center() - rect().center();
  if (about.width() < room.width() / 3 && about.left() < room.center().x()) at = {about.right() + 14, about.top() + 60};
  if (about.width() < room.width() / 3 && about.left() > room.center().x())
    at = {about.left() - width() - 14, about.top() + 60};
  if (about.height() < room.height() / 5) {
    at.setX(about.center().x() - width() / 2);
    at.setY(about.top() > room.center().y() ? about.top() - height() - 14 : about.bottom() + 14);
  }
  move(std::clamp(at.x(), room.left(), std::max(room.right() - width(), room.left())),
       std::clamp(at.y(), room.top(), std::max(room.bottom() - height(), room.top())));
  m_frame->raise();
  raise();
}

void Tour::end() {
  hide();
  m_frame->hide();
  if (m_focus != nullptr) m_focus->setFocus();
  emit ended();
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isRunning()) {
    QMetaObject::invokeMethod(this, &Tour::place, Qt::QueuedConnection);  // when its parts are in their places
  }
  return QFrame::eventFilter(watched, event);
}

void Tour::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape: return end();
    case Qt::Key_Right: return m_next->click();
    case Qt::Key_Left:
      if (m_now > 0) m_back->click();
      return;
    default: QFrame::keyPressEvent(event);
  }
}

}  // namespace loopline::ui
