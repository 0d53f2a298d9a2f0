// Numbers of what a code pane marks lines and text with.
#pragma once

namespace loopline::ui::codestyle {

enum Marker { kCurrentLine, kWaitingLine, kBlockingLine, kErrorLine };
/// Styles of our own, beyond the lexer's.
enum Style { kCueText = 200, kCueCode, kOldCueText, kOldCueCode, kErrorText, kErrorCode, kHintText, kHintCode };
/// An indicator.
inline constexpr int kHintWave = 9;

}  // namespace loopline::ui::codestyle
