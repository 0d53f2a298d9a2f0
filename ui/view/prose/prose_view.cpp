#include "prose/prose_view.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <vector>

#include "lessons/prose.h"
#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

// A heading's own size: what HTML gives it is relative to a size that is not ours.
void enlarge(const QTextBlock& block, int level) {
  struct Piece {
    int begin, end;
    QTextCharFormat letters;
  };
  std::vector<Piece> pieces;  // first all of them: a change makes the block's own iterators useless
  for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
    const QTextFragment fragment = piece.fragment();
    pieces.push_back({fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()});
  }
  const double points = level == 1 ? 13 : level == 2 ? 11.5 : 10.5;
  QTextCursor cursor(block);
  for (Piece& piece : pieces) {
    const bool code = piece.letters.fontFixedPitch();
    piece.letters.clearProperty(QTextFormat::FontSizeAdjustment);
    piece.letters.setFont(code ? codeFont(points - 0.5) : textFont(points, QFont::DemiBold));
    cursor.setPosition(piece.begin);
    cursor.setPosition(piece.end, QTextCursor::KeepAnchor);
    cursor.setCharFormat(piece.letters);
  }
}

}  // namespace

ProseView::ProseView(QWidget* parent) : QTextBrowser(parent) {
  setObjectName(QStringLiteral("prosePane"));
  setAccessibleName(tr("Lesson text"));
  setOpenLinks(false);
  setFrameShape(QFrame::NoFrame);
  document()->setDocumentMargin(0);
  document()->setIndentWidth(20);
  setViewportMargins(16, 12, 8, 8);
  connect(this, &QTextBrowser::anchorClicked, this, &ProseView::follow);
}

void ProseView::setLesson(const lessons::Lesson& lesson, const QString& folder) {
  m_folder = folder;
  m_html = QString::fromStdString(lessons::render_html(lesson));
  // A link that is a paragraph of its own says what it leads to.
  m_html.replace(QStringLiteral("<p class=\"scenario\"><a "), QStringLiteral("<p class=\"scenario\">▸ <a "));
  m_html.replace(QStringLiteral("<p class=\"quiz\"><a "), QStringLiteral("<p class=\"quiz\">? <a "));
  const int place = verticalScrollBar()->value();
  render();
  verticalScrollBar()->setValue(place);
}

void ProseView::setMessage(const QString& html) {
  m_html = html;
  render();
}

void ProseView::setTheme(const Theme& theme) {
  m_theme = &theme;
  render();
}

void ProseView::render() {
  if (m_theme == nullptr) return;
  const int place = verticalScrollBar()->value();
  document()->clear();  // or the text before it is laid out again for the font
  document()->setDefaultFont(textFont());
  document()->setDefaultStyleSheet(richTextStyle(*m_theme));
  setHtml(m_html);
  // Qt's rich text knows neither line height nor letter size relative to the desktop's: both are set here.
  QTextCursor all(document());
  all.beginEditBlock();  // laid out once, not after each block
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    if (format.nonBreakableLines()) {
      format.setBackground(m_theme->window);
    } else {
      format.setLineHeight(level > 0 ? 112 : 124, QTextBlockFormat::ProportionalHeight);
    }
    if (level > 0) {
      format.setTopMargin(block.blockNumber() == 0 ? 0 : 14);
      format.setBottomMargin(6);
      enlarge(block, level);
    } else if (block.textList() == nullptr && cursor.currentTable() == nullptr) {
      format.setTopMargin(0);
      format.setBottomMargin(format.nonBreakableLines() ? 0 : 8);
    }
    cursor = QTextCursor(block);
    cursor.setBlockFormat(format);
  }
  all.endEditBlock();
  verticalScrollBar()->setValue(place);
}

void ProseView::follow(const QUrl& url) {
  const QString fragment = url.fragment(QUrl::FullyDecoded);
  if (url.path().isEmpty() && url.scheme().isEmpty()) {
    if (fragment.startsWith(QStringLiteral("scenario-"))) return emit scenarioWanted(fragment.mid(9));
    if (fragment.startsWith(QStringLiteral("quiz-"))) return emit quizWanted(fragment.mid(5).toInt() - 1);
    return scrollToAnchor(fragment);
  }
  if (url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http")) {
    QDesktopServices::openUrl(url);
    return;
  }
  emit linkRefused(tr("This link leads out of the lesson and is not opened: %1").arg(url.toString()));
}

QVariant ProseView::loadResource(int type, const QUrl& name) {
  // Only pictures, and only from the lesson's own folder.
  if (type != QTextDocument::ImageResource || m_folder.isEmpty() || !name.isRelative()) return {};
  const QString path = QDir::cleanPath(QDir(m_folder).filePath(name.path()));
  if (!path.startsWith(QDir::cleanPath(m_folder) + u'/')) return {};
  const QImage image(path);
  if (image.isNull()) return {};
  const int room = viewport()->width() - 24;
  return image.width() > room && room > 0 ? image.scaledToWidth(room, Qt::SmoothTransformation) : image;
}

void ProseView::keyPressEvent(QKeyEvent* event) {
  // Left and right step through the run wherever the keyboard is; the text scrolls up and down.
  if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Home ||
      event->key() == Qt::Key_End || event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown ||
      event->key() == Qt::Key_Space) {
    return event->ignore();
  }
  QTextBrowser::keyPressEvent(event);
}

}  // namespace loopline::ui
