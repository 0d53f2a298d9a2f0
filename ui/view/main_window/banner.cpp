#include "main_window/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <utility>

namespace loopline::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_deed(new QPushButton(this)),
      m_close(new QPushButton(tr("Close"), this)) {
  setObjectName(QStringLiteral("banner"));
  setAttribute(Qt::WA_StyledBackground);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_progress->setRange(0, 0);
  m_progress->setTextVisible(false);
  m_progress->setFixedWidth(120);
  m_progress->setAccessibleName(tr("Running"));
  m_close->setProperty("flat", true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 5, 12, 5);
  row->addWidget(m_progress);
  row->addWidget(m_text, 1);
  row->addWidget(m_deed);
  row->addWidget(m_close);
  connect(m_deed, &QPushButton::clicked, this, [this] {
    const std::function<void()> deed = m_what;  // it may say something itself
    if (deed) deed();
  });
  connect(m_close, &QPushButton::clicked, this, &Banner::clear);
  hide();
}

void Banner::say(const QString& text, Tone tone, const QString& name, std::function<void()> deed) {
  m_what = std::move(deed);
  setProperty("tone", tone == Tone::alert ? QStringLiteral("alert") : QStringLiteral("note"));
  for (QWidget* each : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
    style()->unpolish(each);
    style()->polish(each);
  }
  m_text->setText(text);
  m_text->setAccessibleName(text);
  m_deed->setText(name);
  m_deed->setVisible(!name.isEmpty());
  m_progress->hide();
  m_close->show();
  show();
}

void Banner::showRunning(const QString& text, std::function<void()> stop) {
  const bool was = !isHidden() && !m_progress->isHidden();
  if (!was) say(text, Tone::note, tr("Stop"), std::move(stop));
  m_text->setText(text);
  m_progress->show();
  m_close->hide();
}

void Banner::clear() { hide(); }

QString Banner::text() const { return isHidden() ? QString() : m_text->text(); }

}  // namespace loopline::ui
