#include "export/handout.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextDocument>
#include <QUrl>

#include "lessons/lesson.h"
#include "lessons/prose.h"
#include "ui_model/fonts.h"

namespace loopline::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(loopline::ui::Handout)
};

constexpr double kPictureScale = 3.0;  // of pictures in a PDF: sharp on paper

const char* const kStyle =
    "body { font-family: Inter, sans-serif; max-width: 52em; margin: 2em auto; line-height: 1.45; }\n"
    "code, pre { font-family: Hack, monospace; font-size: 90%; }\n"
    "pre { background: #f3f4f6; padding: 8px; white-space: pre-wrap; }\n"
    "table { border-collapse: collapse; } td, th { padding: 3px 8px; border: 1px solid #999999; }\n"
    "img { max-width: 100%; }\n";

QString codeOf(const lessons::Scenario& scenario) {
  QString code = QString::fromStdString(scenario.own.empty() ? scenario.code : scenario.own);
  while (code.endsWith(u'\n')) code.chop(1);
  return QStringLiteral("<p><b>%1</b></p><pre>%2</pre>")
      .arg(QString::fromStdString(scenario.title).toHtmlEscaped(), code.toHtmlEscaped());
}

QString inlineHtml(const std::string& markdown) { return QString::fromStdString(lessons::render_inline(markdown)); }

QString questionOf(const lessons::Quiz& quiz, std::size_t number) {
  QString html =
      QStringLiteral("<p><b>%1</b> %2</p>").arg(Words::tr("Question %1:").arg(number + 1), inlineHtml(quiz.ask.text));
  if (quiz.choices.empty()) return html + QStringLiteral("<p>_______________________________________</p>");
  html += QStringLiteral("<ul>");
  for (const lessons::Located& choice : quiz.choices) {
    html += QStringLiteral("<li>%1</li>").arg(inlineHtml(choice.text));
  }
  return html + QStringLiteral("</ul>");
}

QByteArray svgOf(const std::shared_ptr<const Comparison>& comparison, const PictureOptions& options) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  const QSizeF size = pictureSize(comparison, options);
  generator.setOutputDevice(&buffer);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  generator.setTitle(options.title);
  QPainter painter;
  if (!painter.begin(&generator)) return {};
  paintPicture(painter, comparison, options, true);
  painter.end();
  return bytes;
}

QString pageOf(const HandoutText& text, const QStringList& figures) {
  QString html = QStringLiteral("<h1>%1</h1>\n%2\n").arg(text.title.toHtmlEscaped(), text.prose);
  html += QStringLiteral("<h2>%1</h2>\n").arg(Words::tr("Timelines"));
  for (const QString& figure : figures) html += QStringLiteral("<p>%1</p>\n").arg(figure);
  if (!text.answers.isEmpty()) {
    html += QStringLiteral("<h2>%1</h2>\n%2\n").arg(Words::tr("Answers"), text.answers);
  }
  return html;
}

QByteArray htmlOf(const HandoutText& text, const std::shared_ptr<const Comparison>& comparison,
                  const std::vector<PictureOptions>& pictures) {
  QStringList figures;
  for (const PictureOptions& options : pictures) {
    figures << QStringLiteral("<img alt=\"%1\" src=\"data:image/svg+xml;base64,%2\">")
                   .arg(Words::tr("Timeline").toHtmlEscaped(),
                        QString::fromLatin1(svgOf(comparison, options).toBase64()));
  }
  return QStringLiteral(
             "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n<style>\n%2</style></head>"
             "<body>\n%3</body></html>\n")
      .arg(text.title.toHtmlEscaped(), QString::fromLatin1(kStyle), pageOf(text, figures))
      .toUtf8();
}

QByteArray pdfOf(const HandoutText& text, const std::shared_ptr<const Comparison>& comparison,
                 const std::vector<PictureOptions>& pictures) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter);
  writer.setTitle(text.title);
  writer.setCreator(QStringLiteral("Loopline"));
  QTextDocument document;
  document.setDefaultFont(textFont());
  document.setDefaultStyleSheet(QString::fromLatin1(kStyle));
  // As wide as the page, in points of the screen: print() lays out anew for the paper.
  const double width = writer.pageLayout().paintRect(QPageLayout::Point).width() * 96 / 72;
  QStringList figures;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    PictureOptions options = pictures[i];
    options.scale = kPictureScale;
    const QString name = QStringLiteral("timeline-%1.png").arg(i);
    document.addResource(QTextDocument::ImageResource, QUrl(name), pictureImage(comparison, options));
    figures << QStringLiteral("<img src=\"%1\" width=\"%2\">").arg(name).arg(int(width) - 16);
  }
  document.setHtml(pageOf(text, figures));
  document.print(&writer);
  return bytes;
}

}  // namespace

HandoutText handoutOf(const lessons::Lesson& lesson, const std::vector<QString>& answers) {
  HandoutText text{.title = QString::fromStdString(lesson.title), .prose = {}, .answers = {}};
  using Kind = lessons::Segment::Kind;
  for (const lessons::Segment& segment : lesson.segments) {
    if (segment.kind == Kind::prose) {
      text.prose +=
          QString::fromStdString(lessons::render_html(lesson, segment, {.scenario_links = false, .quiz_links = false}));
    } else if (segment.kind == Kind::scenario) {
      text.prose += codeOf(lesson.scenarios[segment.index]);
    } else {
      text.prose += questionOf(lesson.quizzes[segment.index], segment.index);
    }
  }
  if (lesson.segments.empty()) {
    for (const lessons::Scenario& scenario : lesson.scenarios) text.prose += codeOf(scenario);
  }
  for (std::size_t i = 0; i < lesson.quizzes.size() && i < answers.size(); ++i) {
    const QString answer = answers[i].isEmpty() ? Words::tr("run its program to see") : answers[i];
    text.answers += QStringLiteral("<p><b>%1</b> %2").arg(Words::tr("Question %1:").arg(i + 1), answer);
    if (!lesson.quizzes[i].why.empty()) text.answers += QStringLiteral(" · ") + inlineHtml(lesson.quizzes[i].why);
    text.answers += QStringLiteral("</p>");
  }
  return text;
}

QString saveHandout(const QString& path, const HandoutText& text, std::shared_ptr<const Comparison> comparison,
                    const std::vector<PictureOptions>& pictures) {
  const bool pdf = QFileInfo(path).suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0;
  const QByteArray bytes = pdf ? pdfOf(text, comparison, pictures) : htmlOf(text, comparison, pictures);
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
    return Words::tr("%1 cannot be written: %2.").arg(QFileInfo(path).fileName(), file.errorString());
  }
  return {};
}

}  // namespace loopline::ui
