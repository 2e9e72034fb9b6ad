"""Han characters that are typed for one another, by shape or by sound.  Facts of the script, not of any text.

A slip is a rendering with one character taken for another: 智能休 for 智能体.  Whether a slip in a text is a word after all is for
the segmenter to say; here are only the candidates.
"""

from __future__ import annotations

from collections.abc import Iterator

# Alike in shape or sound.  What stands before the bar is rare enough to be looked for in words of two characters; the groups
# behind it hold characters that are words of their own and count only in longer terms.
_RARE = (
    "阀阈 摸模漠 帐账 喧渲暄 捡检俭 抡枪抢 辑缉楫 竟竞 缓援 祟崇 睛晴 燥躁噪 慨概 壁璧 辨辩辫 赢羸 哀衷 冶治 徒徙 拔拨 折拆析 博搏膊 候侯 沦论 "
    "戊戌戍 扰拢 粟栗 弛驰 嬴赢 斡幹 锈绣 渡镀 骏竣 缀辍 摄慑 殆怠 咐附 翰瀚 熔溶 秘泌 篡纂 籍藉 瞻赡 赃脏 蹋塌 涣焕 募幕 茧苗 茶荼 "
    "梢捎稍 拟拔 撤撒 栈钱 枚牧 拴栓 挡档 柜拒 杨扬 杭抗 杠扛 棵裸 槽糟 沪泸 泪汨 洒酒 渝愉 炙灸 狼狠 疵疪 皿血 眯咪 睹赌 祛怯 稀希 "
    "笨苯 粳梗 绊拌 缔谛 肓盲 胫径 膺鹰 芋芉 苞包 萤荧莹 蓬篷 蔓曼 诀决 诣旨 谍碟蝶 贷货 跋拔 跌迭 踪综 迥迴 遣遗 郎朗 酝韫 钓钩 铰狡 "
    "锤捶 阁阂 陌佰 陷馅 雎睢 霄宵 颖颍 骆洛 鬓鬃 魄魂 熵嫡 矢失 迭叠 垒磊"
).split()
_COMMON = (
    "体休 己已巳 末未 人入 土士 干千于 日曰 目自 白百 田由甲申 木本 天夫 元无 刀力 几凡 今令 问间 买卖 象像 复覆 型形 映影 连联 记纪 分份 "
    "做作 及即 以已 再在 须需 振震 功工 粘黏 布部 启起 讯询训 识试 校效 幅副 征证 制治 住往 密蜜 练炼 线限 数树 度渡 式试 义意 向像 到倒 "
    "点店 端瑞 代带 理里 能熊 器气 件健 程成 序叙 变便 量亮 类累 值植 集级 列例 组祖 网冈 络洛 终中 层曾 块快 库裤 引隐 擎警 索素 据居 "
    "定订 配佩 置制 签鉴 键建 源原 码玛 编偏 译泽 释择 接结 口囗 服报 务物 云去 容溶 卷券 密秘 钥匙 令今 牌排 权杖 限线 登蹬 录绿 注住 "
    "注主 册侧 模摸 板版 块快 插播 槽曹 渲宣 染梁 缓暖 存在 迁千 移栘 预须 训川 推堆 微徽 调凋 嵌钳 词同 提题 示视 工土 具其"
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
