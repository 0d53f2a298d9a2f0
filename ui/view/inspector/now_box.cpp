#include "inspector/now_box.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

#include "ui_model/fonts.h"
#include "ui_model/narrator.h"
#include "widgets/text_label.h"

namespace loopline::ui {

namespace {

const char* lookOf(Narration::Tone tone) {
  switch (tone) {
    case Narration::Tone::blocking:
    case Narration::Tone::failed: return "alert";
    case Narration::Tone::warning: return "hint";
    default: return "plain";
  }
}

// Colour is never the only sign.
QString signOf(Narration::Tone tone) {
  switch (tone) {
    case Narration::Tone::blocking: return QStringLiteral("■ ");
    case Narration::Tone::failed: return QStringLiteral("✗ ");
    case Narration::Tone::warning: return QStringLiteral("⚠ ");
    default: return {};
  }
}

}  // namespace

NowBox::NowBox(QWidget* parent) : QFrame(parent), m_step(new TextLabel(this)), m_sentence(new TextLabel(this)) {
  setObjectName(QStringLiteral("nowBox"));
  setAttribute(Qt::WA_StyledBackground);
  m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_sentence->setMinimumHeight(QFontMetrics(textFont()).lineSpacing() * 3);
  m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 9, 12, 10);
  column->setSpacing(3);
  column->addWidget(m_step);
  column->addWidget(m_sentence);
}

void NowBox::tell(const QString& step, const QString& place, const Narration& narration) {
  m_plain = narration.plain;
  static const QRegularExpression unit(QStringLiteral("(\\d) s\\b"));
  const QString joined = QStringLiteral("\\1\u00A0s");  // a number and its unit stay on one line
  const QString where = QString(place).replace(unit, joined);
  m_step->setText(place.isEmpty() ? QStringLiteral("<b>%1</b>").arg(step)
                                  : QStringLiteral("<b>%1</b> · %2").arg(step, where));
  QString html = narration.html;
  html.replace(unit, joined);
  html.replace(QStringLiteral("<code>"), QStringLiteral("<code style=\"font-family:'Hack'; white-space:pre-wrap\">"));
  m_sentence->setText(signOf(narration.tone) + html);
  m_sentence->setAccessibleName(step + QStringLiteral(". ") + narration.plain);
  QAccessibleEvent changed(m_sentence, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&changed);
  const QString tone = QString::fromLatin1(lookOf(narration.tone));
  if (property("tone").toString() == tone) return;
  setProperty("tone", tone);
  for (QWidget* each :
       {static_cast<QWidget*>(this), static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_sentence)}) {
    each->style()->unpolish(each);
    each->style()->polish(each);
  }
}

}  // namespace loopline::ui
