#include "inspector/hints_view.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "lessons/prose.h"
#include "ui_model/fonts.h"
#include "widgets/text_label.h"

namespace loopline::ui {

namespace {

constexpr std::size_t kMostHints = 12;

}  // namespace

namespace {

// Long names may be broken where a person would break them. Nobody copies text from here.
QString withBreaks(const QString& html) {
  static const QRegularExpression kCode(QStringLiteral("<code>(.*?)</code>"));
  QString broken;
  qsizetype last = 0;
  for (auto found = kCode.globalMatch(html); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    QString code = match.captured(1);
    constexpr qsizetype kLong = 28;
    const QStringList words = code.split(u' ');
    const auto isLong = [](const QString& word) { return word.size() > kLong; };
    if (std::ranges::none_of(words, isLong)) continue;
    static const QRegularExpression kJoint(QStringLiteral("([_(.,=])(?=\\w)"));
    code.replace(kJoint, QStringLiteral("\\1\u200B"));
    broken += html.mid(last, match.capturedStart(1) - last) + code;
    last = match.capturedEnd(1);
  }
  return broken + html.mid(last);
}

}  // namespace

HintsView::HintsView(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  setAccessibleName(tr("Hints"));
  m_column->setContentsMargins(0, 2, 0, 2);
  m_column->setSpacing(6);
}

void HintsView::setHints(const std::vector<HintRow>& hints) {
  if (hints == m_hints) return;
  m_hints = hints;
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (std::size_t i = 0; i < std::min(m_hints.size(), kMostHints); ++i) addBox(m_hints[i], i);
  if (m_hints.size() <= kMostHints) return;
  auto* more = new QLabel(tr("… and %1 more").arg(m_hints.size() - kMostHints), this);
  more->setObjectName(QStringLiteral("quiet"));
  m_column->addWidget(more);
}

void HintsView::addBox(const HintRow& hint, std::size_t number) {
  auto* box = new QFrame(this);
  box->setObjectName(QStringLiteral("hintBox"));
  box->setAttribute(Qt::WA_StyledBackground);
  box->setFocusPolicy(Qt::StrongFocus);
  box->setCursor(Qt::PointingHandCursor);
  box->setProperty("number", static_cast<int>(number));
  box->installEventFilter(this);
  QString html = withBreaks(QString::fromStdString(lessons::render_inline(hint.text.toStdString())));
  html.replace(QStringLiteral("<code>"), QStringLiteral("<code style=\"font-family:'Hack'; white-space:pre-wrap\">"));
  auto* label = new TextLabel(QStringLiteral("⚠ <b>%1:</b> %2").arg(hint.place.toHtmlEscaped(), html), box);
  label->setFont(textFont(9));
  label->setAttribute(Qt::WA_TransparentForMouseEvents);
  const QString plain = hint.place + QStringLiteral(": ") + QString(hint.text).remove(u'`');
  box->setAccessibleName(plain);
  box->setToolTip(tr("Shows the place in the code"));
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(9, 6, 9, 7);
  column->addWidget(label);
  m_column->addWidget(box);
}

bool HintsView::eventFilter(QObject* watched, QEvent* event) {
  const auto number = static_cast<std::size_t>(watched->property("number").toInt());
  bool choose = event->type() == QEvent::MouseButtonRelease;
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    choose = key == Qt::Key_Return || key == Qt::Key_Enter;
  }
  if (!choose || number >= m_hints.size()) return QWidget::eventFilter(watched, event);
  emit chosen(m_hints[number].selection);
  return true;
}

}  // namespace loopline::ui
