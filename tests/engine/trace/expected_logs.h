// Logs that runs of the tests must give. In a file of their own, since moc does not read raw strings well.
#pragma once

#include <string>
#include <string_view>

namespace loopline::test {

/// What CPython's asyncio does with a ticker beside a task that calls time.sleep.
extern const std::string_view kBlockingLog;
/// The beginning of what it does with two locks taken in opposite order.
extern const std::string_view kLockLog;
extern const std::string_view kNamesLog;
extern const std::string_view kPrintedLog;
std::string other_lines_log();

}  // namespace loopline::test
