"""Han characters that are typed for one another, by shape or by sound.  Facts of the script, not of any text.

A slip is a rendering with one character taken for another: 智能休 for 智能体.  Whether a slip in a text is a word after all is for
the segmenter to say; here are only the candidates.
"""

from __future__ import annotations

from collections.abc import Iterator

# Alike in shape or sound.  What stands before the bar is rare enough to be looked for in words of two characters; the groups
# behind it hold characters that are words of their own and count only in longer terms.
_RARE = (
    "阀阈 摸模漠 帐账 喧渲暄 辑缉楫 竟竞 缓援 祟崇 睛晴 燥躁噪 慨概 壁璧 辨辩辫 赢羸 哀衷 冶治 徒徙 候侯 沦论 "
    "戊戌戍 扰拢 粟栗 弛驰 斡幹 锈绣 渡镀 骏竣 缀辍 摄慑 殆怠 咐附 翰瀚 秘泌 篡纂 籍藉 瞻赡 蹋塌 涣焕 "
    "梢捎稍 拟拔 枚牧 拴栓 槽糟 疵疪 祛怯 稀希 "
    "粳梗 缔谛 肓盲 胫径 膺鹰 苞包 蓬篷 蔓曼 诀决 诣旨 谍碟蝶 跌迭 踪综 迥迴 酝韫 "
    "锤捶 阁阂 陷馅 颖颍 骆洛 熵嫡 迭叠 垒磊"
).split()
_COMMON = (
    "栈钱 拔拨 折拆析 撤撒 挡档 柜拒 矢失 贷货 熔溶 杠扛 绊拌 体休 己已 末未 土士 干千 日曰 目自 白百 由甲 木本 天夫 刀力 几凡 今令 问间 "
    "象像 复覆 型形 映影 记纪 做作 捡检俭 以已 再在 须需 功工 布部 启起 训川 识试 校效 幅副 征证 住往 密秘 练炼 式试 到倒 端瑞 代带 理里 能熊 程成 "
    "度渡 层曾 块快 引隐 擎警 索素 库裤 网冈 络洛 配佩 签鉴 键健 码玛 编偏 释择 容溶 卷券 插播 槽曹 渲宣 染梁 缓暖 迁千 移栘 预须 推堆 微徽 调凋 "
    "嵌钳 提题 示视 具其 令今 策册 测侧 储诸 仓苍 虚墟 拟似 辑揖 判叛 递弟 归旧 遍偏 历厉 截裁 断继 循盾 环坏 境镜 径经 函涵"
).split()


def _groups(words: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in words:
        for character in group:
            found[character] = found.get(character, "") + group.replace(character, "")
    return found


_ALIKE_RARE = _groups(_RARE)
_ALIKE = _groups([*_RARE, *_COMMON])
LONGEST = 10  # characters of a rendering that is looked at


def slips(form: str) -> Iterator[str]:
    """The form with one character taken for another: only forms of two (rare characters), three or more."""
    if not 2 <= len(form) <= LONGEST:
        return
    alike = _ALIKE if len(form) > 2 else _ALIKE_RARE
    for at, character in enumerate(form):
        for other in alike.get(character, ""):
            yield form[:at] + other + form[at + 1 :]
